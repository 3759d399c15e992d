package org.tierline.engine;

import liquibase.integration.spring.SpringLiquibase;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;

import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.stereotype.Component;

/** Liquibase makes the engine's tables too (R19), so the engine starts after it. */
@Component
class EngineAfterSchema extends AbstractDependsOnBeanFactoryPostProcessor {

	EngineAfterSchema() {
		super(ProcessEngine.class, ProcessEngineFactoryBean.class, SpringLiquibase.class);
	}

}
