package org.tierline.patches;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which release brings the fix of which defect; one plan for all, and early fixes. */
@Repository
class Plans {

	/** When the fix that counts was developed: an earlier one did not help. */
	private static final String DEVELOPED = "(select max(at) from defect_step where defect_id = p.defect_id"
			+ " and state = 'in-verification')";

	private final JdbcClient jdbc;

	Plans(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param reason why it goes into a frozen release, or null
	 */
	void add(long release, DefectNumber defect, boolean early, Instant at, String who, String reason) {
		this.jdbc.sql("""
				insert into release_defect (release_id, defect_id, early, planned_at, planned_by, reason)
				values (?, ?, ?, ?, ?, ?)""").params(release, defect.id(), early, Columns.at(at), who, reason).update();
	}

	boolean contains(long release, DefectNumber defect) {
		return this.jdbc.sql("""
				select exists (select from release_defect where release_id = ? and defect_id = ?
				and withdrawn_at is null)""").params(release, defect.id()).query(Boolean.class).single();
	}

	/** Ends the plan of a defect, if there is one. */
	void end(DefectNumber defect, Instant at, String who, String why) {
		this.jdbc.sql("""
				update release_defect set withdrawn_at = ?, withdrawn_by = ?, withdrawn_why = ?
				where defect_id = ? and withdrawn_at is null and not early""")
			.params(Columns.at(at), who, why, defect.id())
			.update();
	}

	/** The defect's process waits for the deliveries of its release. */
	void delivering(DefectNumber defect, Instant at) {
		this.jdbc
			.sql("""
					update release_defect set delivering_since = ? where defect_id = ? and withdrawn_at is null and not early""")
			.params(Columns.at(at), defect.id())
			.update();
	}

	List<DefectNumber> defects(long release) {
		return defects(release, false);
	}

	List<DefectNumber> earlyDefects(long release) {
		return defects(release, true);
	}

	private List<DefectNumber> defects(long release, boolean early) {
		return this.jdbc.sql("""
				select defect_id from release_defect where release_id = ? and withdrawn_at is null and early = ?
				order by defect_id""")
			.params(release, early)
			.query(Long.class)
			.list()
			.stream()
			.map(DefectNumber::of)
			.toList();
	}

	/** Whether what was verified last was out and came back. */
	boolean wasTakenBack(DefectNumber defect) {
		return this.jdbc.sql("""
				select exists (select from release_defect p join release r on r.id = p.release_id where p.defect_id = ?
				and r.state = 'withdrawn' and r.published_at <= coalesce(p.withdrawn_at, r.withdrawn_at)
				and r.withdrawn_at >= """ + DEVELOPED + ")").param(defect.id()).query(Boolean.class).single();
	}

	Optional<String> earlyFix(DefectNumber defect) {
		return this.jdbc
			.sql("""
					select r.name from release_defect p join release r on r.id = p.release_id
					where p.defect_id = ? and p.early and r.state <> 'withdrawn' and p.planned_at >= """ + DEVELOPED
					+ " order by p.id desc limit 1")
			.param(defect.id())
			.query(String.class)
			.optional();
	}

}
