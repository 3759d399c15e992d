package org.tierline.patches;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Capacities in the table release. */
@Repository
class JdbcCapacities implements Capacities {

	private final JdbcClient jdbc;

	JdbcCapacities(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Capacity keep(String release, Integer capacity) {
		return this.jdbc.sql("""
				update release r set capacity = :capacity where lower(name) = lower(:name) returning name, capacity,
				(select count(*) from release_defect p where p.release_id = r.id and p.withdrawn_at is null
				and not p.early) as planned""")
			.param("capacity", capacity)
			.param("name", release)
			.query((row, index) -> new Capacity(row.getString("name"), row.getObject("capacity", Integer.class),
					row.getInt("planned")))
			.optional()
			.orElseThrow(() -> new NoSuchRelease(release));
	}

}
