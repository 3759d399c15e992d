package org.tierline.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many calls a second for one login, or one address without a login, so that a program
 * run wild leaves room for the people.
 */
class RateLimit extends OncePerRequestFilter {

	private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
		.maximumSize(100_000)
		.expireAfterAccess(Duration.ofMinutes(1))
		.build();

	private final int perSecond;

	private final TokenTime time;

	RateLimit(int perSecond, Clock clock) {
		this.perSecond = perSecond;
		this.time = new TokenTime(clock);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		if (person != null && !this.buckets.get(caller(person, request), this::full).tryConsume(1)) {
			Problem.TOO_MANY.answer(response, Duration.ofSeconds(1));
			return;
		}
		chain.doFilter(request, response);
	}

	/** Who has no login is one of many: known by where the call comes from. */
	private static String caller(Authentication person, HttpServletRequest request) {
		return (person instanceof AnonymousAuthenticationToken) ? "from " + request.getRemoteAddr() : person.getName();
	}

	private Bucket full(String login) {
		return Bucket.builder()
			.withCustomTimePrecision(this.time)
			.addLimit((limit) -> limit.capacity(this.perSecond).refillGreedy(this.perSecond, Duration.ofSeconds(1)))
			.build();
	}

}
