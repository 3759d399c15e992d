package org.tierline.intake.code;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.tierline.intake.code.CodeNews.Change;
import org.tierline.intake.code.CodeNews.Tag;
import org.tierline.lifecycle.PatchPipeline;
import org.tierline.patches.DefectLink;
import org.tierline.patches.DefectLinks;
import org.tierline.patches.DefectNumber;
import org.tierline.patches.DefectState;
import org.tierline.patches.Defects;
import org.tierline.patches.Release;
import org.tierline.patches.ReleaseState;
import org.tierline.patches.Releases;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What developers did moves the defects they named: a fix that is on the branch for
 * releases answers the open task to develop it, a tag plans what it names for the release
 * of that name, and each defect shows where its code is. What cannot move is linked only:
 * a developer's tool gets no answer it could act on.
 */
@Service
class CodeDesk {

	private static final Set<DefectState> OVER = EnumSet.of(DefectState.RELEASED, DefectState.REJECTED);

	private static final Set<ReleaseState> TO_COME = EnumSet.of(ReleaseState.PLANNED, ReleaseState.APPROVED);

	private final CodeHooks hooks;

	private final PatchPipeline pipeline;

	private final Defects defects;

	private final DefectLinks links;

	private final Releases releases;

	CodeDesk(CodeHooks hooks, PatchPipeline pipeline, Defects defects, DefectLinks links, Releases releases) {
		this.hooks = hooks;
		this.pipeline = pipeline;
		this.defects = defects;
		this.links = links;
		this.releases = releases;
	}

	/** All that a call tells, once, in one transaction. */
	@Transactional
	Heard hear(CodeHook hook, byte[] fingerprint, CodeNews news) {
		if (!this.hooks.hear(hook.name(), fingerprint)) {
			return Heard.BEFORE;
		}
		List<Heard.Defect> done = new ArrayList<>();
		news.changes().forEach((change) -> done.addAll(changed(change)));
		if (news.tag() != null) {
			done.addAll(tagged(news.tag()));
		}
		return new Heard(false, done);
	}

	private List<Heard.Defect> changed(Change change) {
		Mentions mentions = Mentions.in(change.text());
		return mentions.all().stream().filter(this::isKnown).map((number) -> {
			this.links.add(number, new DefectLink(change.merge() ? DefectLink.Kind.MERGE : DefectLink.Kind.COMMIT,
					change.url(), change.title(), change.who(), null));
			boolean fixes = change.done() && mentions.fixed().contains(number);
			boolean moved = fixes && this.pipeline.fixed(number, note(change));
			return new Heard.Defect(number, moved ? "fixed" : "linked");
		}).toList();
	}

	private static String note(Change change) {
		return change.title() + "\n" + Json.title(change.url())
				+ (change.who().isBlank() ? "" : "\nby " + Json.title(change.who()));
	}

	private List<Heard.Defect> tagged(Tag tag) {
		Set<DefectNumber> named = new LinkedHashSet<>(Mentions.in(tag.text()).all());
		Release release = this.releases.find(tag.name()).orElse(null);
		if (release != null) {
			named.addAll(release.defects());
		}
		return named.stream().filter(this::isKnown).map((number) -> {
			this.links.add(number, new DefectLink(DefectLink.Kind.TAG, tag.url(), tag.name(), tag.who(), null));
			return new Heard.Defect(number, plan(release, number, tag) ? "planned" : "linked");
		}).toList();
	}

	/** Where a person must decide what that tag means, it is linked only. */
	private boolean plan(Release release, DefectNumber number, Tag tag) {
		boolean open = release != null && TO_COME.contains(release.state()) && !release.defects().contains(number)
				&& !OVER.contains(this.defects.get(number).state());
		if (open) {
			// A frozen release asks why: its code is in the tag.
			this.pipeline.planDefect(release.name(), number, "tagged: " + Json.title(tag.url()));
		}
		return open;
	}

	private boolean isKnown(DefectNumber number) {
		return this.defects.find(number).isPresent();
	}

}
