package org.tierline.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import org.tierline.sla.Target;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Progress reports in the tables. */
@Component
class RecordedProgressReports implements ProgressReports {

	private static final String UPDATE_CLOCK = "and %1$s.target = 'update' and %1$s.running_since is not null ";

	private static final String NEAR = """
			select distinct s.id from support_case a join support_case s on s.company_id = a.company_id
			and lower(s.contact_email) = lower(a.contact_email) and s.status = 'waiting-for-patch'
			join clock k on k.case_id = s.id %s and k.warn_at <= :now
			where a.id = any(:ids) and a.status = 'waiting-for-patch'
			""".formatted(UPDATE_CLOCK.formatted("k"));

	private static final String IF_DUE = "and exists (select from clock d where d.case_id = a.id "
			+ UPDATE_CLOCK.formatted("d") + "and d.due_at <= :now) ";

	private static final Comparator<CaseNumber> BY_NUMBER = Comparator.comparing(CaseNumber::id);

	private final JdbcClient jdbc;

	private final CaseRows rows;

	private final ClockRows clockRows;

	private final Clocks clocks;

	private final Soundings soundings;

	private final Conversation conversation;

	private final Timeline timeline;

	private final Clock clock;

	RecordedProgressReports(JdbcClient jdbc, CaseRows rows, ClockRows clockRows, Clocks clocks, Soundings soundings,
			Conversation conversation, Timeline timeline, Clock clock) {
		this.jdbc = jdbc;
		this.rows = rows;
		this.clockRows = clockRows;
		this.clocks = clocks;
		this.soundings = soundings;
		this.conversation = conversation;
		this.timeline = timeline;
		this.clock = clock;
	}

	@Override
	public List<CaseNumber> due(CaseNumber number) {
		return near(List.of(number), IF_DUE);
	}

	@Override
	public List<CaseNumber> withNear(Collection<CaseNumber> numbers) {
		TreeSet<CaseNumber> all = new TreeSet<>(BY_NUMBER);
		all.addAll(numbers);
		all.addAll(near(numbers, ""));
		return List.copyOf(all);
	}

	private List<CaseNumber> near(Collection<CaseNumber> numbers, String condition) {
		return this.jdbc.sql(NEAR + condition + "order by s.id")
			.param("ids", CaseNumber.ids(numbers))
			.param("now", Columns.at(this.clock.instant()))
			.query(Long.class)
			.list()
			.stream()
			.map(CaseNumber::of)
			.toList();
	}

	@Override
	public List<CaseNumber> stillDue(CaseNumber number, Collection<CaseNumber> locked) {
		Instant now = this.clock.instant();
		return isReached(number, now, false) ? locked.stream().filter((one) -> isReached(one, now, true)).toList()
				: List.of();
	}

	private boolean isReached(CaseNumber number, Instant now, boolean warning) {
		return waits(get(number)) && this.clockRows.of(number)
			.stream()
			.map(ClockRows.Row::clock)
			.filter((clock) -> clock.target() == Target.UPDATE && clock.isRunning())
			.anyMatch((clock) -> !(warning ? clock.warnAt() : clock.dueAt()).isAfter(now));
	}

	@Override
	public List<CaseFile> renew(Collection<CaseNumber> locked) {
		Instant now = this.clock.instant();
		return locked.stream()
			.sorted(BY_NUMBER)
			.map(this::get)
			.filter(RecordedProgressReports::waits)
			.map((one) -> renew(one, now))
			.toList();
	}

	/** What was due before is told first, whoever was faster. */
	private CaseFile renew(SupportCase one, Instant now) {
		this.soundings.sound(one, now);
		this.clocks.reported(one, now);
		return new CaseFile(one, this.clocks.readings(one.number(), now), List.of(), null);
	}

	@Override
	public CaseFile asRenewed(CaseNumber number) {
		SupportCase one = get(number);
		return new CaseFile(one, this.clocks.asReported(one, this.clock.instant()), List.of(), null);
	}

	@Override
	public void write(Map<CaseNumber, String> texts, String who) {
		Instant now = this.clock.instant();
		Collection<List<CaseNumber>> mails = byRecipient(texts.keySet());
		Iterator<Long> batches = batches(mails.stream().filter((mail) -> mail.size() > 1).count()).iterator();
		for (List<CaseNumber> mail : mails) {
			Long batch = (mail.size() > 1) ? batches.next() : null;
			mail.forEach((number) -> this.conversation.report(number, now, texts.get(number), batch));
		}
		texts.keySet().forEach((number) -> this.timeline.add(number, now, What.ANSWERED, who, News.REPORT));
	}

	/** Each list is one mail; the cases in it stand by number. */
	private Collection<List<CaseNumber>> byRecipient(Collection<CaseNumber> numbers) {
		Map<String, List<CaseNumber>> mails = new LinkedHashMap<>();
		numbers.stream().sorted(BY_NUMBER).map(this::get).forEach((one) -> {
			String recipient = one.companyId() + " " + one.contact().email().toLowerCase(Locale.ROOT);
			mails.computeIfAbsent(recipient, (key) -> new ArrayList<>()).add(one.number());
		});
		return mails.values();
	}

	private List<Long> batches(long count) {
		return (count > 0) ? this.jdbc.sql("select nextval('letter_batch') from generate_series(1, ?)")
			.param(count)
			.query(Long.class)
			.list() : List.of();
	}

	private static boolean waits(SupportCase supportCase) {
		return supportCase.status() == Status.WAITING_FOR_PATCH;
	}

	private SupportCase get(CaseNumber number) {
		return this.rows.find(number).orElseThrow(() -> new NoSuchCase(number));
	}

}
