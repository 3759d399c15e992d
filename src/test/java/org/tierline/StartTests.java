package org.tierline;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@TierlineTest
class StartTests {

	@Autowired
	DataSource dataSource;

	@Test
	void theSchemaIsMadeByLiquibaseAlone() {
		assertThat(JdbcClient.create(this.dataSource)
			.sql("select count(*) from databasechangelog where filename like '%camunda%'")
			.query(Integer.class)
			.single()).isPositive();
	}

}
