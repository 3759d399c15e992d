package org.tierline.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class KnownLogins implements EngineLogins {

	private final IdentityService identities;

	private final LoginCache cache;

	private final SlowHash slowHash;

	KnownLogins(@Lazy IdentityService identities, LoginCache cache, SlowHash slowHash) {
		this.identities = identities;
		this.cache = cache;
		this.slowHash = slowHash;
	}

	@Override
	public Optional<EngineLogin> find(String login) {
		return isPlausible(login) ? this.cache.known(login, this::read) : Optional.empty();
	}

	@Override
	public Optional<EngineLogin> verify(String login, String password) {
		Optional<EngineLogin> known = find(login);
		if (known.isEmpty()) {
			this.slowHash.checkNothing(password);
		}
		return known.filter(
				(found) -> this.cache.verified(found, password, () -> this.identities.checkPassword(login, password)));
	}

	/** Keeps out what no login can be and the database could not even look up. */
	private static boolean isPlausible(String login) {
		return login != null && !login.isBlank() && login.length() <= 64
				&& login.chars().noneMatch(Character::isISOControl);
	}

	private Optional<EngineLogin> read(String login) {
		return Optional.ofNullable(this.identities.createUserQuery().userId(login).singleResult())
			.map((user) -> new EngineLogin(user.getId(), groups(login), stamp(user)));
	}

	private Set<String> groups(String login) {
		return this.identities.createGroupQuery()
			.groupMember(login)
			.list()
			.stream()
			.map(Group::getId)
			.collect(Collectors.toSet());
	}

	private static String stamp(User user) {
		try {
			byte[] stored = String.valueOf(user.getPassword()).getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stored), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
