package org.tierline.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.tierline.cases.Attachment;
import org.tierline.cases.Attachments;
import org.tierline.cases.CaseFile;
import org.tierline.cases.CaseNumber;
import org.tierline.cases.Cases;
import org.tierline.cases.Casework;
import org.tierline.cases.ClockReading;
import org.tierline.cases.Message;
import org.tierline.cases.Participants;
import org.tierline.cases.RelatedCases;
import org.tierline.cases.SupportCase;
import org.tierline.cases.Tier;
import org.tierline.customers.Companies;
import org.tierline.customers.Company;
import org.tierline.patches.CaseDefects;
import org.tierline.patches.Defects;
import org.tierline.sla.Target;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what the case tab shows from the rooms that know it. */
@Component
@Transactional(readOnly = true)
class CaseDesk {

	static final int MESSAGES = 50;

	private static final int ENTRIES = 200;

	private static final int LINES = 10;

	private final Cases cases;

	private final Casework casework;

	private final RelatedCases related;

	private final Companies companies;

	private final Participants participants;

	private final Attachments attachments;

	private final CaseDefects ties;

	private final Defects defects;

	private final Drafts drafts;

	private final Presences presences;

	private final Clock clock;

	CaseDesk(Cases cases, Casework casework, RelatedCases related, Companies companies, Participants participants,
			Attachments attachments, CaseDefects ties, Defects defects, Drafts drafts, Presences presences,
			Clock clock) {
		this.cases = cases;
		this.casework = casework;
		this.related = related;
		this.companies = companies;
		this.participants = participants;
		this.attachments = attachments;
		this.ties = ties;
		this.defects = defects;
		this.drafts = drafts;
		this.presences = presences;
		this.clock = clock;
	}

	DeskView of(CaseNumber number, Me me) {
		String version = this.cases.version(number);
		CaseFile file = this.cases.file(number);
		SupportCase one = file.supportCase();
		Company company = this.companies.get(one.companyId());
		List<Message> newest = this.cases.messages(number, null, MESSAGES + 1);
		boolean earlier = newest.size() > MESSAGES;
		return new DeskView(this.clock.instant(), version, me, facts(file, company), company.site().timeZone().getId(),
				clocks(file.clocks()), technicians(number), inCopy(number), files(number),
				earlier ? newest.subList(1, newest.size()) : newest, earlier,
				file.escalations().stream().map(DeskView.EscalationView::of).toList(),
				this.cases.timeline(number, ENTRIES), lines(this.related.openBeside(one, LINES)),
				lines(this.related.mergedInto(number)), this.drafts.of(number, me.login()),
				this.presences.others(number, me.login()));
	}

	/** Older messages than that one, oldest first. */
	List<Message> before(CaseNumber number, long message) {
		return this.cases.messages(this.cases.get(number).number(), message, MESSAGES);
	}

	/** A help that must not become a burden: what takes longer is given up. */
	@Transactional(readOnly = true, timeout = 2)
	List<DeskView.SimilarLine> similar(CaseNumber number) {
		return this.related.similarSolved(this.cases.get(number), 5).stream().map(DeskView.SimilarLine::of).toList();
	}

	List<DeskView.Line> lines(List<SupportCase> cases) {
		return cases.stream().map(DeskView.Line::of).toList();
	}

	private DeskView.Facts facts(CaseFile file, Company company) {
		SupportCase one = file.supportCase();
		DeskView.DefectView defect = this.ties.of(one.number())
			.flatMap(this.defects::find)
			.map(DeskView.DefectView::of)
			.orElse(null);
		return new DeskView.Facts(one.number(), one.status(), one.tier().number(), one.severity(), one.impact(),
				one.urgency(), one.plan().code(), company.priorityUpdates(), one.company(),
				company.verifiedAt() != null, one.contact(), one.product(), one.channel(), one.subject(), one.details(),
				one.openedAt(), one.resolvedAt(), one.closedAt(), one.assignee(), one.handoffMode(), one.silent(),
				file.resolution(), defect, one.mergedInto());
	}

	private static List<DeskView.ClockView> clocks(Map<Target, ClockReading> clocks) {
		return Stream.of(Target.values())
			.filter(clocks::containsKey)
			.map((target) -> DeskView.ClockView.of(target, clocks.get(target)))
			.toList();
	}

	private List<DeskView.Copied> inCopy(CaseNumber number) {
		return this.participants.of(number).stream().map(DeskView.Copied::of).toList();
	}

	/** What came with the opening; the rest is shown with its message. */
	private List<Attachment> files(CaseNumber number) {
		return this.attachments.of(number).stream().filter((file) -> file.message() == null).toList();
	}

	private List<DeskView.Technician> technicians(CaseNumber number) {
		return Stream.of(Tier.values())
			.flatMap((tier) -> this.casework.technician(number, tier)
				.map((login) -> new DeskView.Technician(tier.number(), login))
				.stream())
			.toList();
	}

}
