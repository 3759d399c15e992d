package org.tierline.patches;

import java.util.List;
import java.util.Optional;

import org.tierline.cases.CaseNumber;

import org.springframework.stereotype.Component;

/** Reads the tables; a page of releases is one query. */
@Component
class JdbcReleases implements Releases {

	private final ReleaseRows rows;

	private final Deliveries deliveries;

	JdbcReleases(ReleaseRows rows, Deliveries deliveries) {
		this.rows = rows;
		this.deliveries = deliveries;
	}

	@Override
	public Optional<Release> find(String name) {
		return this.rows.find(name);
	}

	@Override
	public Release get(String name) {
		return find(name).orElseThrow(() -> new NoSuchRelease(name));
	}

	@Override
	public List<Approval> approvals(String name) {
		return this.rows.approvals(name);
	}

	@Override
	public List<Release> list(ReleaseState state, String after, int limit) {
		return this.rows.list(state, after, limit);
	}

	@Override
	public List<Delivery> deliveries(String name, DeliveryState state, CaseNumber after, int limit) {
		return this.deliveries.of(get(name).name(), state, after, limit);
	}

	@Override
	public Fix fix(String name, DefectNumber defect) {
		return this.rows.fix(name, defect);
	}

}
