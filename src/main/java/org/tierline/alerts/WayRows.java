package org.tierline.alerts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table contact_way. */
@Repository
class WayRows implements ContactWays {

	private final JdbcClient jdbc;

	private final Staff staff;

	private final Outside outside;

	WayRows(JdbcClient jdbc, Staff staff, Outside outside) {
		this.jdbc = jdbc;
		this.staff = staff;
		this.outside = outside;
	}

	@Override
	public Ways of(String group) {
		return this.jdbc
			.sql("select mail, web_hook, web_hook_secret is not null as secret from contact_way where group_id = ?")
			.param(known(group))
			.query(WayRows::ways)
			.optional()
			.orElseGet(() -> new Ways(List.of(), null, false));
	}

	/** One statement, so that no transaction waits for the name of a host. */
	@Override
	public void replace(String group, List<String> mail, String webHook, String secret) {
		boolean kept = of(group).secretSet();
		new WayCheck(mail, webHook, secret, kept).refuseWrong(this.outside);
		this.jdbc.sql("""
				insert into contact_way (group_id, mail, web_hook, web_hook_secret)
				values (:group, :mail, :webHook, :secret) on conflict (group_id) do update set mail = excluded.mail,
				web_hook = excluded.web_hook, web_hook_secret = case when excluded.web_hook is not null
				then coalesce(excluded.web_hook_secret, contact_way.web_hook_secret) end""")
			.param("group", group)
			.param("mail", mail.stream().map(String::strip).distinct().toArray(String[]::new))
			.param("webHook", webHook)
			.param("secret", secret)
			.update();
	}

	/** Where to call and how to sign, if the group has a web hook. */
	Optional<Hook> hook(String group) {
		return this.jdbc.sql("""
				select web_hook, web_hook_secret from contact_way where group_id = ? and web_hook is not null""")
			.param(group)
			.query((row, index) -> new Hook(row.getString("web_hook"), row.getString("web_hook_secret")))
			.optional();
	}

	private String known(String group) {
		if (!this.staff.isGroup(group)) {
			throw new NoSuchName("group " + group);
		}
		return group;
	}

	private static Ways ways(ResultSet row, int index) throws SQLException {
		return new Ways(List.of((String[]) row.getArray("mail").getArray()), row.getString("web_hook"),
				row.getBoolean("secret"));
	}

	/** A web hook; its secret shows in no text. */
	record Hook(String url, String secret) {

		@Override
		public String toString() {
			return "a web hook";
		}

	}

}
