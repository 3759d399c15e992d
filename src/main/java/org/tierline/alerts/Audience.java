package org.tierline.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.tierline.alerts.Staff.Person;
import org.tierline.cases.SupportCase;

import org.springframework.stereotype.Component;

/** Whom a recipient means for one case at one moment, and by which ways they hear. */
@Component
class Audience {

	private final Staff staff;

	private final Leads leads;

	private final DutyRotas rotas;

	private final ContactWays ways;

	Audience(Staff staff, Leads leads, DutyRotas rotas, ContactWays ways) {
		this.staff = staff;
		this.leads = leads;
		this.rotas = rotas;
		this.ways = ways;
	}

	/** Who is to be told; nobody, with the reason, if no way leads to anybody. */
	Found of(Recipient recipient, SupportCase supportCase, Instant now) {
		String tier = supportCase.tier().group();
		if (recipient.equals(Recipient.TECHNICIAN)) {
			return assignee(supportCase, now).map((person) -> persons(tier, List.of(person), "technician"))
				.orElseGet(() -> group(tier, now));
		}
		if (recipient.equals(Recipient.LEAD)) {
			return persons(tier, lead(supportCase, now), "lead of " + tier);
		}
		return recipient.group()
			.map((group) -> group(group, now))
			.orElseGet(() -> persons(null, recipient.login().flatMap(this.staff::find).stream().toList(),
					recipient.code()));
	}

	private Optional<Person> assignee(SupportCase supportCase, Instant now) {
		String rota = supportCase.tier().group();
		return Optional.ofNullable(supportCase.assignee())
			.flatMap(this.staff::find)
			.filter((person) -> isOnDuty(person.login(), this.rotas.of(rota), now));
	}

	/** The tier's lead, or whoever stands in by the leads' rota. */
	private List<Person> lead(SupportCase supportCase, Instant now) {
		List<DutyRotas.Shift> shifts = this.rotas.of(supportCase.tier().group() + Rotas.LEAD);
		Stream<String> logins = shifts.isEmpty() ? this.leads.of(supportCase.tier()).stream() : covering(shifts, now);
		return logins.map(this.staff::find).flatMap(Optional::stream).toList();
	}

	private Found group(String group, Instant now) {
		List<DutyRotas.Shift> shifts = this.rotas.of(group);
		List<Person> present = this.staff.members(group)
			.stream()
			.filter((person) -> isOnDuty(person.login(), shifts, now))
			.toList();
		if (present.isEmpty() && !shifts.isEmpty()) {
			return Found.nobody("nobody of " + group + " on duty");
		}
		List<String> shared = this.ways.of(group).mail();
		return found(group, shared.isEmpty() ? addresses(present) : shared, "nobody in " + group);
	}

	private Found persons(String group, List<Person> persons, String who) {
		return persons.isEmpty() ? Found.nobody("no " + who)
				: found(group, addresses(persons), "no way to reach the " + who);
	}

	private Found found(String group, List<String> mail, String otherwise) {
		boolean hooked = group != null && this.ways.of(group).webHook() != null;
		List<Found.Address> all = Stream
			.concat(mail.stream().map((address) -> new Found.Address(WayName.MAIL, address)),
					hooked ? Stream.of(new Found.Address(WayName.WEB_HOOK, group)) : Stream.empty())
			.distinct()
			.toList();
		return all.isEmpty() ? Found.nobody(otherwise) : new Found(all, null);
	}

	private static List<String> addresses(List<Person> persons) {
		return persons.stream()
			.map(Person::email)
			.filter(Objects::nonNull)
			.map(String::strip)
			.filter((email) -> !email.isEmpty())
			.toList();
	}

	/** Without a rota everybody is. */
	private static boolean isOnDuty(String login, List<DutyRotas.Shift> shifts, Instant now) {
		return shifts.isEmpty() || covering(shifts, now).collect(Collectors.toSet()).contains(login);
	}

	private static Stream<String> covering(List<DutyRotas.Shift> shifts, Instant now) {
		return shifts.stream().filter((shift) -> shift.covers(now)).map(DutyRotas.Shift::login).distinct();
	}

	/**
	 * Who was found.
	 *
	 * @param nobody why there is nobody, or null
	 */
	record Found(List<Address> addresses, String nobody) {

		static Found nobody(String why) {
			return new Found(List.of(), why);
		}

		String words() {
			return this.addresses.stream().map(Address::words).collect(Collectors.joining(", "));
		}

		/** Where a notice goes. */
		record Address(WayName way, String address) {

			String words() {
				return (this.way == WayName.WEB_HOOK) ? "web hook of " + this.address : this.address;
			}

		}

	}

}
