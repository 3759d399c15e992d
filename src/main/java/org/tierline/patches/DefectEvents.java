package org.tierline.patches;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that happened to a defect, from the rows that keep it. */
@Repository
class DefectEvents {

	private static final String NEWEST = """
			select at, what, who, why from (select * from (
			(select at, 'moved' as what, who, state || coalesce(': ' || note, '') as why, 1 as place, id
			from defect_step where defect_id = :defect order by id desc limit :limit)
			union all (select at, 'ranked', who, concat('rank ', rank, ', ', vehicle, ', ', track, ' track; severity ',
			severity, ', ', companies, ' companies, best plan ', best_plan,
			case when priority_updates then ', priority updates' end, ': ' || why), 4, id
			from defect_rank where defect_id = :defect order by id desc limit :limit)
			union all (select at, case when coalesce(rank::text, vehicle, track) is null then 'table-decides'
			else 'overruled' end, who, concat_ws(', ', 'rank ' || rank, vehicle, track || ' track', why), 3, id
			from defect_ruling where defect_id = :defect order by id desc limit :limit)
			union all (select at, 'workaround', who, left(body, 500), 5, id
			from defect_workaround where defect_id = :defect order by id desc limit :limit)
			union all (select at, case when body is null then 'note-taken-back' else 'progress-note' end, who,
			left(body, 500), 5, id from defect_progress_note where defect_id = :defect order by id desc limit :limit)
			union all (select at, 'told', who, (select count(*) from progress_notice n where n.request_id = r.id)
			|| ' cases', 7, id from progress_request r where defect_id = :defect order by id desc limit :limit)
			union all (select at, 'described', who, concat_ws(', ', title, product, affected_versions) || ': ' || why, 2, id
			from defect_description where defect_id = :defect order by id desc limit :limit)
			union all (select p.planned_at, 'planned', p.planned_by, concat(r.name,
			case when p.early then ', early fix' end, ': ' || p.reason), 6, p.id from release_defect p join release r on r.id = p.release_id where p.defect_id = :defect
			order by p.id desc limit :limit)
			union all (select p.withdrawn_at, 'withdrawn', p.withdrawn_by, r.name || coalesce(': ' || p.withdrawn_why, ''),
			6, p.id from release_defect p join release r on r.id = p.release_id
			where p.defect_id = :defect and p.withdrawn_at is not null order by p.id desc limit :limit)
			union all (select tied_at, 'tied', tied_by, 'SC-' || case_id || ': ' || reason, 2, id
			from defect_case where defect_id = :defect order by id desc limit :limit)
			union all (select untied_at, 'untied', untied_by, 'SC-' || case_id || coalesce(': ' || untied_why, ''), 2, id
			from defect_case where defect_id = :defect and untied_at is not null order by id desc limit :limit)
			) every order by at desc, place desc, id desc limit :limit) newest order by at, place, id""";

	private final JdbcClient jdbc;

	DefectEvents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<DefectEvent> newest(DefectNumber number, int limit) {
		return this.jdbc.sql(NEWEST)
			.param("defect", number.id())
			.param("limit", limit)
			.query((row, index) -> new DefectEvent(Columns.instant(row, "at"), row.getString("what"),
					row.getString("who"), row.getString("why")))
			.list();
	}

}
