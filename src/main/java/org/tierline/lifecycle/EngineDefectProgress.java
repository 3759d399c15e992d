package org.tierline.lifecycle;

import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;
import org.tierline.cases.ProgressReports;
import org.tierline.cases.StateForbids;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.DefectWork;
import org.tierline.patches.ProgressNews;
import org.tierline.patches.ProgressNotes;
import org.tierline.patches.ProgressRequests;
import org.tierline.patches.Standing;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever writes locks the defect first: of two writers the second sees the first. */
@Service
@Transactional
class EngineDefectProgress implements DefectProgress {

	private final DefectWork work;

	private final ProgressReports reports;

	private final ProgressNews news;

	private final ProgressNotes notes;

	private final ProgressRequests requests;

	private final ProgressTelling telling;

	EngineDefectProgress(DefectWork work, ProgressReports reports, ProgressNews news, ProgressNotes notes,
			ProgressRequests requests, ProgressTelling telling) {
		this.work = work;
		this.reports = reports;
		this.news = news;
		this.notes = notes;
		this.requests = requests;
		this.telling = telling;
	}

	@Override
	@Transactional(readOnly = true)
	public Preview of(DefectNumber number) {
		Standing standing = this.news.of(number);
		Optional<CaseNumber> example = this.requests.first(number);
		return new Preview(number, standing.state(), this.notes.of(number), this.notes.version(number),
				this.requests.waiting(number), example, example.map((one) -> report(one, standing)),
				this.requests.newest(number));
	}

	private String report(CaseNumber number, Standing standing) {
		return this.telling.text(this.reports.asRenewed(number), standing,
				this.news.toldDays(List.of(number)).get(number));
	}

	@Override
	public void write(DefectNumber number, String text, String version) {
		DefectState state = this.work.lock(number);
		if (state == DefectState.REJECTED) {
			throw new StateForbids(number + " is rejected: nobody waits for it");
		}
		Optional<ProgressNotes.Note> note = this.notes.of(number);
		boolean overtaken = (version != null) ? !version.equals(this.notes.version(number)) : note.isPresent();
		if (overtaken) {
			throw new StateForbids("What is told of " + number + " has changed meanwhile: it is " + state.code()
					+ note.map((one) -> ", and " + one.who() + " has written a note").orElse("")
					+ ". Read it, and write again");
		}
		if (text != null || note.isPresent()) {
			this.notes.write(number, text, Actors.current());
		}
	}

	@Override
	public ProgressRequests.Request tell(DefectNumber number, String key) {
		this.work.lock(number);
		return this.requests.ask(number, Actors.current(), key);
	}

}
