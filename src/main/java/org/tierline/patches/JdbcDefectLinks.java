package org.tierline.patches;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table defect_link. */
@Repository
class JdbcDefectLinks implements DefectLinks {

	/** What comes from outside is shown as a link: nothing but a web address. */
	private static final Pattern WEB = Pattern.compile("https?://[\\x21-\\x7E&&[^\"'<>\\\\]]{1,1990}");

	private final JdbcClient jdbc;

	private final Clock clock;

	JdbcDefectLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void add(DefectNumber number, DefectLink link) {
		if (WEB.matcher(link.url()).matches()) {
			this.jdbc.sql("""
					insert into defect_link (defect_id, kind, url, title, who, at)
					values (?, ?, ?, left(?, 300), left(?, 254), ?) on conflict do nothing""")
				.params(number.id(), link.kind().code(), link.url(), storable(link.title()), storable(link.who()),
						Columns.at(this.clock.instant()))
				.update();
		}
	}

	private static String storable(String text) {
		return text.replace("\0", "");
	}

	@Override
	public List<DefectLink> of(DefectNumber number) {
		return this.jdbc.sql("select kind, url, title, who, at from defect_link where defect_id = ? order by id")
			.param(number.id())
			.query((row, index) -> new DefectLink(Columns.word(row, "kind", DefectLink.Kind.class),
					row.getString("url"), row.getString("title"), row.getString("who"), Columns.instant(row, "at")))
			.list();
	}

}
