package org.tierline.engine;

import java.util.HashMap;
import java.util.Map;

import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;

/**
 * Nodes that look for due jobs at the same moment find different ones. The engine has
 * them all find the same, the earliest, and lets all but one fail at each: in a wave of
 * breaches two nodes were slower than one.
 */
final class DisjointJobs {

	private static final String ENGINES = "selectNextJobsToExecute";

	private static final String OURS = "selectNextJobsThatNobodyElseTakes";

	private final Configuration mapping;

	private final MappedStatement engines;

	private DisjointJobs(Configuration mapping, String statement) {
		this.mapping = mapping;
		this.engines = mapping.getMappedStatement(statement);
	}

	/** In the place of the engine's statement. */
	static void install(ProcessEngineConfigurationImpl configuration) {
		DbSqlSessionFactory sessions = configuration.getDbSqlSessionFactory();
		new DisjointJobs(configuration.getSqlSessionFactory().getConfiguration(), sessions.mapStatement(ENGINES)).add();
		Map<String, String> statements = new HashMap<>(sessions.getStatementMappings());
		statements.put(ENGINES, OURS);
		sessions.setStatementMappings(statements);
	}

	private void add() {
		this.mapping
			.addMappedStatement(new MappedStatement.Builder(this.mapping, OURS, this::locking, SqlCommandType.SELECT)
				.resultMaps(this.engines.getResultMaps())
				.build());
	}

	/** What another transaction is about to take, or to move, is passed over. */
	private BoundSql locking(Object parameter) {
		BoundSql asked = this.engines.getSqlSource().getBoundSql(parameter);
		BoundSql locking = new BoundSql(this.mapping, asked.getSql() + " for update of RES skip locked",
				asked.getParameterMappings(), parameter);
		asked.getParameterMappings()
			.stream()
			.map(ParameterMapping::getProperty)
			.filter(asked::hasAdditionalParameter)
			.forEach((name) -> locking.setAdditionalParameter(name, asked.getAdditionalParameter(name)));
		return locking;
	}

}
