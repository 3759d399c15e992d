package org.tierline.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Yardstick stock: the bare starter in a process of its own, on its own libraries. */
final class Stock implements AutoCloseable {

	/** How the names of the libraries begin that the starter with REST brings. */
	private static final List<String> LIBRARIES = List.of("HikariCP", "angus-activation", "aopalliance", "asm-commons",
			"camunda-bpm-spring-boot-starter-7", "camunda-bpm-spring-boot-starter-rest", "camunda-bpmn-model",
			"camunda-cmmn-model", "camunda-commons", "camunda-dmn-model", "camunda-engine-7", "camunda-engine-dmn",
			"camunda-engine-feel", "camunda-engine-rest", "camunda-engine-spring", "camunda-juel", "camunda-xml-model",
			"class", "commons-fileupload", "commons-io", "commons-lang3", "expressly", "feel-engine",
			"hibernate-validator", "hk2", "jackson-annotations", "jackson-core", "jackson-databind", "jackson-datatype",
			"jackson-jakarta", "jackson-module", "jakarta.activation", "jakarta.annotation", "jakarta.inject",
			"jakarta.validation", "jakarta.ws", "jakarta.xml", "java-uuid", "javassist", "jaxb-core", "jaxb-impl",
			"jboss-logging", "jersey", "joda-time", "jul-to-slf4j", "log4j", "logback", "micrometer-commons",
			"micrometer-observation", "mybatis", "osgi-resource", "postgresql", "slf4j-api", "snakeyaml", "spring-aop",
			"spring-beans", "spring-boot-3", "spring-boot-autoconfigure", "spring-boot-starter-3",
			"spring-boot-starter-jdbc", "spring-boot-starter-jersey", "spring-boot-starter-json",
			"spring-boot-starter-logging", "spring-boot-starter-tomcat", "spring-boot-starter-validation",
			"spring-bridge", "spring-context", "spring-core", "spring-expression", "spring-jcl", "spring-jdbc",
			"spring-orm", "spring-tx", "spring-web-", "tomcat-embed");

	private final Child child;

	private Stock(Child child) {
		this.child = child;
	}

	static Stock start(Server server, String database, Path folder) throws IOException, InterruptedException {
		Path own = folder.resolve("stock-classes");
		copy("stock/StockEngine.class", own.resolve("stock/StockEngine.class"));
		copy("stock/stock-case.bpmn", own.resolve("stock-case.bpmn"));
		String libraries = Stream.concat(Stream.of(own.toString()), libraries())
			.collect(Collectors.joining(File.pathSeparator));
		return new Stock(Child.start(List.of("-cp", libraries, "stock.StockEngine"),
				Map.of("SPRING_DATASOURCE_URL", server.url(database), "SPRING_DATASOURCE_USERNAME", "postgres",
						"SPRING_DATASOURCE_PASSWORD", "postgres"),
				folder.resolve("stock.log"), "/engine-rest/process-definition/key/stock-case"));
	}

	private static void copy(String resource, Path target) throws IOException {
		Files.createDirectories(target.getParent());
		try (InputStream content = Stock.class.getResourceAsStream("/" + resource)) {
			Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static Stream<String> libraries() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((path) -> path.endsWith(".jar"))
			.filter((path) -> LIBRARIES.stream().anyMatch(Path.of(path).getFileName().toString()::startsWith));
	}

	Http caller() {
		return new Http(this.child.port(), null, null);
	}

	Child child() {
		return this.child;
	}

	@Override
	public void close() throws InterruptedException {
		this.child.close();
	}

}
