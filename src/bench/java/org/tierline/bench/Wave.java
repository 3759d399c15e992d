package org.tierline.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Many resolution targets are missed at the same moment: every case must go to Tier 2, at
 * once and once.
 */
final class Wave {

	private final Bench bench;

	private Result ofOneNode;

	Wave(Bench bench) {
		this.bench = bench;
	}

	Row row() throws Exception {
		Result stock = stock();
		Result ours = ours(this.bench.size().wave());
		this.ofOneNode = ours;
		return new Row("a wave of %,d breaches due at once".formatted(ours.count()),
				Spread.number(ours.rate() / stock.rate()) + "x stock",
				ours + (ours.once() ? ", each exactly once" : ", **not each exactly once**"),
				"stock " + stock + " of " + stock.count(), "first within 2 s, 2x stock, each once",
				ours.once() && ours.first() <= 2 && ours.rate() >= 2 * stock.rate());
	}

	/** What one node did; null before it. */
	Result ofOneNode() {
		return this.ofOneNode;
	}

	Result stock() throws Exception {
		Instant due = due();
		int count = this.bench.server()
			.update("stock", """
					update act_ru_job set duedate_ = '%s' where id_ in (select id_ from act_ru_job
					where handler_cfg_ like 'ResolutionTargetReached%%' order by id_ desc limit %d)"""
				.formatted(column(due), this.bench.size().wave()));
		String arrived = "select %s from act_ru_task where task_def_key_ = 'InvestigateCase'";
		this.bench.await("stock", arrived.formatted("count(*)"), count, Duration.ofMinutes(10));
		return result("stock", arrived, "create_time_ at time zone 'UTC'", due, count, true);
	}

	/** The clocks of the newest cases in Tier 1 end then, and so their timers. */
	Result ours(int most) throws Exception {
		Server server = this.bench.server();
		long before = server.count(Bench.DATABASE, "select count(*) from escalation");
		Instant due = due();
		int count = server.update(Bench.DATABASE, """
				create temporary table wave as select c.id, j.process_instance_id_ as instance from support_case c
				join act_ru_execution e on e.business_key_ = 'SC-' || c.id
				join act_ru_job j on j.process_instance_id_ = e.id_ and j.handler_cfg_ like 'ResolutionTargetReached%%'
				where c.tier = 1 and c.status = 'open' order by c.id desc limit %d;
				insert into clock_alarm select c.id, c.deadline_no, 'warned', c.warn_at, now() from clock c join wave w
				on w.id = c.case_id where c.target = 'resolution' on conflict do nothing;
				update clock c set due_at = '%2$s', warn_at = timestamptz '%2$s' - interval '1 hour' from wave w
				where c.case_id = w.id and c.target = 'resolution';
				update act_ru_job j set duedate_ = '%3$s' from wave w where j.process_instance_id_ = w.instance
				and j.handler_cfg_ like 'ResolutionTargetReached%%'""".formatted(most, due, column(due)));
		count = (int) server.count(Bench.DATABASE, "select count(*) from clock where due_at = '%s'".formatted(due));
		String arrived = "select %s from escalation where reason = 'target-resolution-time' and at >= '" + due + "'";
		this.bench.await(Bench.DATABASE, arrived.formatted("count(*)"), count, Duration.ofMinutes(10));
		boolean once = server.count(Bench.DATABASE, "select count(*) from escalation") == before + count
				&& server.count(Bench.DATABASE, arrived.formatted("count(distinct case_id)")) == count
				&& server.count(Bench.DATABASE, """
						select count(*) from (select 1 from act_ru_task where task_def_key_ = 'InvestigateCase'
						group by proc_inst_id_ having count(*) > 1) doubled""") == 0;
		return result(Bench.DATABASE, arrived, "at", due, count, once);
	}

	private Instant due() {
		return Instant.now().plus(this.bench.size().ahead()).truncatedTo(ChronoUnit.SECONDS);
	}

	/** The engine's columns have no zone and are in UTC. */
	private static String column(Instant instant) {
		return instant.toString().replace("T", " ").replace("Z", "");
	}

	private Result result(String database, String arrived, String at, Instant due, int count, boolean once)
			throws Exception {
		String seconds = "extract(epoch from %s(" + at + ") - timestamptz '" + due + "')";
		double first = Double
			.parseDouble(this.bench.server().one(database, arrived.formatted(seconds.formatted("min"))));
		double last = Double
			.parseDouble(this.bench.server().one(database, arrived.formatted(seconds.formatted("max"))));
		Result result = new Result(count, first, last, count / Math.max(0.001, last - first), once);
		Bench.say("wave, " + database + ": " + result);
		return result;
	}

	/**
	 * When the first and the last case moved after the due date, in seconds, and how many
	 * a second in between.
	 */
	record Result(int count, double first, double last, double rate, boolean once) {

		@Override
		public String toString() {
			return "first after %s s, last after %s s, %s/s".formatted(Spread.number(this.first),
					Spread.number(this.last), Spread.number(this.rate));
		}

	}

}
