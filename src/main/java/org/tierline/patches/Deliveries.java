package org.tierline.patches;

import java.time.Instant;

import org.tierline.cases.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which case got the fix of which defect with which release: once (R14, R21). */
@Repository
class Deliveries {

	private final JdbcClient jdbc;

	Deliveries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** False if the case got it before, by whomsoever. */
	boolean add(DefectNumber defect, CaseNumber number, String release, long tie, Instant at) {
		return this.jdbc.sql("""
				insert into delivery (case_id, defect_id, release_id, tie_id, delivered_at)
				select ?, ?, r.id, ?, ? from release r where lower(r.name) = lower(?)
				on conflict (case_id, defect_id, release_id) do nothing""")
			.params(number.id(), defect.id(), tie, Columns.at(at), release)
			.update() > 0;
	}

	boolean contains(DefectNumber defect, CaseNumber number, String release) {
		return this.jdbc.sql("""
				select exists (select from delivery d join release r on r.id = d.release_id
				where d.case_id = ? and d.defect_id = ? and lower(r.name) = lower(?))""")
			.params(number.id(), defect.id(), release)
			.query(Boolean.class)
			.single();
	}

}
