package stock;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A yardstick: the engine's bare starter with its default settings and its own REST. It
 * lies outside of the product's packages and runs on the starter's libraries alone.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StockEngine {

	/** Starts it; the database comes from the environment. */
	public static void main(String[] args) {
		SpringApplication.run(StockEngine.class, args);
	}

	/** The one service step: it reads the facts and sets one. */
	@Bean
	JavaDelegate classify() {
		return StockEngine::classify;
	}

	private static void classify(DelegateExecution execution) {
		boolean stopped = "stopped".equals(execution.getVariable("urgency"));
		execution.setVariable("severity", stopped ? 1 : 3);
	}

}
