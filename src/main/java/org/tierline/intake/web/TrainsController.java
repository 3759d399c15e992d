package org.tierline.intake.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.tierline.lifecycle.Trains;
import org.tierline.patches.NoSuchRelease;
import org.tierline.patches.ReleaseKind;
import org.tierline.patches.ReleaseTrain;
import org.tierline.patches.ReleaseTrains;
import org.tierline.patches.Track;
import org.tierline.patches.WeekOfMonth;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rules that plan releases ahead. */
@RestController
@RequestMapping("/api/release-trains")
@Tag(name = "Releases")
class TrainsController {

	private final ReleaseTrains trains;

	private final Trains timetable;

	TrainsController(ReleaseTrains trains, Trains timetable) {
		this.trains = trains;
		this.timetable = timetable;
	}

	@GetMapping
	@Operation(summary = "List the rules that plan releases ahead")
	All list() {
		return new All(this.trains.list().stream().map(TrainView::of).toList());
	}

	@GetMapping("/{name}")
	@Operation(summary = "Read a rule that plans releases ahead")
	TrainView read(@PathVariable String name) {
		return TrainView.of(this.trains.find(name).orElseThrow(() -> new NoSuchRelease(name)));
	}

	@PutMapping("/{name}")
	@Operation(summary = "Write a rule such as: every second Tuesday, frozen five working days before",
			description = "Or the second Tuesday of each month: weekOfMonth instead of everyWeeks. Its next releases are planned at once, under its name and their day. "
					+ "What was planned before stays as it is")
	ResponseEntity<TrainView> write(@PathVariable String name, @Valid @RequestBody TrainRequest request) {
		boolean isNew = this.timetable.save(request.read(name));
		return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(read(name));
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "End a rule", description = "What it has planned stays")
	void end(@PathVariable String name) {
		if (!this.trains.end(name)) {
			throw new NoSuchRelease(name);
		}
	}

	/** All rules. */
	@Schema(name = "ReleaseTrains")
	record All(List<TrainView> trains) {
	}

	/** A rule, read. */
	@Schema(name = "ReleaseTrainRule")
	record TrainView(String name, ReleaseKind kind, Track track, String weekday, Integer everyWeeks,
			WeekOfMonth weekOfMonth, LocalDate from, int freezeWorkingDays, String timeZone, String country,
			int ahead) {

		static TrainView of(ReleaseTrain train) {
			return new TrainView(train.name(), train.kind(), train.track(),
					train.weekday().name().toLowerCase(Locale.ROOT), train.everyWeeks(), train.weekOfMonth(),
					train.from(), train.freezeWorkingDays(), train.timeZone().getId(), train.country(), train.ahead());
		}

	}

}
