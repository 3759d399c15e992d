package org.tierline.history;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Listens to what the product and its engine ask the database, and has each question
 * explained with the values that were asked for.
 */
final class Plans implements BeanPostProcessor {

	private static volatile List<Plan> heard;

	/** The plans of all questions that are asked meanwhile. */
	static List<Plan> of(Asking asking) throws Exception {
		heard = Collections.synchronizedList(new ArrayList<>());
		try {
			asking.ask();
			return List.copyOf(heard);
		}
		finally {
			heard = null;
		}
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return (bean instanceof DataSource source && "dataSource".equals(name)) ? new Listening(source) : bean;
	}

	private static boolean isQuestion(Method method, Object[] arguments) {
		return heard != null && method.getName().equals("prepareStatement") && arguments.length > 0
				&& ((String) arguments[0]).strip().toLowerCase(Locale.ROOT).startsWith("select");
	}

	private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	@SuppressWarnings("unchecked")
	private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
		return (T) Proxy.newProxyInstance(Plans.class.getClassLoader(), new Class<?>[] { type }, handler);
	}

	private static final class Listening extends DelegatingDataSource {

		Listening(DataSource source) {
			super(source);
		}

		@Override
		public Connection getConnection() throws SQLException {
			Connection connection = super.getConnection();
			return proxy(Connection.class, (self, method, arguments) -> {
				Object answer = call(connection, method, arguments);
				return isQuestion(method, arguments)
						? explained((PreparedStatement) answer, connection, (String) arguments[0]) : answer;
			});
		}

		private static PreparedStatement explained(PreparedStatement asked, Connection connection, String sql)
				throws SQLException {
			PreparedStatement explaining = connection.prepareStatement("explain (analyze, buffers) " + sql);
			return proxy(PreparedStatement.class, (self, method, arguments) -> {
				if (method.getName().startsWith("set") && !method.getName().contains("Fetch")
						&& !method.getName().contains("Max") && !method.getName().contains("Timeout")) {
					call(explaining, method, arguments);
				}
				if (method.getName().startsWith("execute") && heard != null) {
					heard.add(new Plan(sql, read(explaining)));
				}
				return call(asked, method, arguments);
			});
		}

		private static List<String> read(PreparedStatement explaining) throws SQLException {
			List<String> lines = new ArrayList<>();
			try (explaining; ResultSet row = explaining.executeQuery()) {
				while (row.next()) {
					lines.add(row.getString(1));
				}
			}
			return lines;
		}

	}

	/** Asks for something. */
	interface Asking {

		void ask() throws Exception;

	}

}
