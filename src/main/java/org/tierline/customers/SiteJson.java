package org.tierline.customers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * A site's hours and holidays as the table keeps them: {"MONDAY": ["09:00-17:00"]},
 * ["2026-12-25"].
 */
@Component
class SiteJson {

	private final JsonMapper mapper = JsonMapper.builder().build();

	String hours(Site site) {
		return write(site.hours()
			.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> entry.getKey().name(),
					(entry) -> entry.getValue().stream().map(Hours::toString).toList())));
	}

	String holidays(Site site) {
		return write(site.holidays().stream().map(LocalDate::toString).sorted().toList());
	}

	Map<DayOfWeek, List<Hours>> hours(String json) {
		Map<DayOfWeek, List<Hours>> hours = new EnumMap<>(DayOfWeek.class);
		read(json, new TypeReference<Map<DayOfWeek, List<String>>>() {
		}).forEach((day, words) -> hours.put(day, words.stream().map((w) -> Hours.parse(w).orElseThrow()).toList()));
		return hours;
	}

	Set<LocalDate> holidays(String json) {
		return read(json, new TypeReference<List<String>>() {
		}).stream().map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
	}

	private String write(Object value) {
		try {
			return this.mapper.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private <T> T read(String json, TypeReference<T> type) {
		try {
			return this.mapper.readValue(json, type);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
