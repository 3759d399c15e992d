package org.tierline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a letter is sent with: its readers, its thread, its files. Those of many letters
 * cost as many queries as those of one.
 */
@Repository
class LetterSurroundings {

	/** So many Message-IDs of a thread are named: mail programs need no more. */
	private static final int THREAD = 10;

	private final JdbcClient jdbc;

	private final Participants participants;

	private final Attachments attachments;

	LetterSurroundings(JdbcClient jdbc, Participants participants, Attachments attachments) {
		this.jdbc = jdbc;
		this.participants = participants;
		this.attachments = attachments;
	}

	/** The letters, which go out in one mail: the first, and the others besides it. */
	Outgoing of(List<Taken> letters) {
		List<CaseNumber> numbers = letters.stream().map(Taken::number).toList();
		Long[] ids = letters.stream().map(Taken::id).toArray(Long[]::new);
		Around around = new Around(
				this.participants.of(numbers).stream().collect(Collectors.groupingBy(Participant::number)),
				settled(ids), threads(ids), files(numbers));
		List<Outgoing> besides = letters.subList(1, letters.size())
			.stream()
			.map((letter) -> around.of(letter, List.of()))
			.toList();
		return around.of(letters.get(0), besides);
	}

	private Map<Long, Set<Long>> settled(Long[] ids) {
		return this.jdbc.sql("select message, participant_id from message_copy where message = any(:ids)")
			.param("ids", ids)
			.query((row, index) -> Map.entry(row.getLong("message"), row.getLong("participant_id")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
	}

	private Map<Long, List<String>> threads(Long[] ids) {
		return this.jdbc.sql("""
				select l.id, thread.message_id from message l cross join lateral (
				(select f.message_id, 0 as place from first_mail f where f.case_id = l.case_id)
				union all (select m.message_id, m.id from message m where m.case_id = l.case_id and m.id < l.id
				and m.message_id is not null and m.visibility = 'public' order by m.id desc limit :thread)) thread
				where l.id = any(:ids) order by l.id, thread.place""")
			.param("thread", THREAD)
			.param("ids", ids)
			.query((row, index) -> Map.entry(row.getLong("id"), row.getString("message_id")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private Map<Long, List<Attachment>> files(Collection<CaseNumber> numbers) {
		return this.attachments.of(numbers)
			.stream()
			.filter((file) -> file.message() != null)
			.collect(Collectors.groupingBy(Attachment::message));
	}

	/** A letter's own row. */
	record Taken(long id, CaseNumber number, Occasion occasion, Instant at, String who, String body, String messageId,
			int attempts, Long batch) {

		static Taken read(ResultSet row, int index) throws SQLException {
			return new Taken(row.getLong("id"), Columns.number(row, "case_id"),
					Columns.word(row, "occasion", Occasion.class), Columns.instant(row, "at"), row.getString("who"),
					row.getString("body"), row.getString("message_id"), row.getInt("attempts"),
					row.getObject("batch", Long.class));
		}

	}

	/** Read for all letters at once; the last three by the letter's row. */
	private record Around(Map<CaseNumber, List<Participant>> participants, Map<Long, Set<Long>> settled,
			Map<Long, List<String>> threads, Map<Long, List<Attachment>> files) {

		Outgoing of(Taken letter, List<Outgoing> besides) {
			List<Participant> all = this.participants.getOrDefault(letter.number(), List.of());
			Set<Long> done = this.settled.getOrDefault(letter.id(), Set.of());
			List<Participant> missing = all.stream()
				.filter((one) -> one.bouncedAt() == null && !done.contains(one.id()))
				.toList();
			return new Outgoing(letter.id(), letter.number(), letter.occasion(), letter.at(), letter.who(),
					letter.body(), letter.messageId(), letter.attempts(),
					this.threads.getOrDefault(letter.id(), List.of()), all, missing,
					this.files.getOrDefault(letter.id(), List.of()), besides);
		}

	}

}
