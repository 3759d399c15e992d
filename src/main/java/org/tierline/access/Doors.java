package org.tierline.access;

import java.time.Clock;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;
import org.tierline.engine.EngineLogins;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The doors of the product: programs with a password on each call, the same paths under a
 * session, the engine's webapps, and the pages.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

	private static final RequestMatcher REST = paths("/api", "/api/**", "/engine-rest", "/engine-rest/**",
			"/v3/api-docs/**", "/v3/api-docs.yaml");

	private static final String PAGES = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
			+ "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

	private final EngineLogins logins;

	private final RateLimit rateLimit;

	Doors(EngineLogins logins, @Value("${tierline.rate-limit:500}") int perSecond, Clock clock) {
		this.logins = logins;
		this.rateLimit = new RateLimit(perSecond, clock);
	}

	/**
	 * Paths are matched as a whole: several servlets are at work, and the default matches
	 * only what is behind the one that serves a path.
	 */
	@Bean
	static PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
		return new PathPatternRequestMatcherBuilderFactoryBean();
	}

	/** Nobody reads how long each filter of a call has taken. */
	@Bean
	static SecurityObservationSettings noTimesOfFilters() {
		return SecurityObservationSettings.noObservations();
	}

	/**
	 * Code hosts: no login, but a seal on each call that whoever answers it checks
	 * (intake.code).
	 */
	@Bean
	@Order(0)
	SecurityFilterChain codeHosts(HttpSecurity http) throws Exception {
		return http
			.securityMatcher(
					PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/code-hooks/*/calls"))
			.authorizeHttpRequests((rules) -> rules.anyRequest().permitAll())
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.addFilterBefore(this.rateLimit, AuthorizationFilter.class)
			.addFilterAfter(new BodyLimit(), AuthorizationFilter.class)
			.build();
	}

	/**
	 * Programs: a password on each call, no session; nothing a browser does by itself.
	 */
	@Bean
	@Order(1)
	SecurityFilterChain programs(HttpSecurity http) throws Exception {
		return rest(http).securityMatcher(new AndRequestMatcher(REST, Doors::hasPassword))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.httpBasic((basic) -> basic.authenticationEntryPoint(new LoginNeeded()))
			.build();
	}

	/** The same paths for the product's own pages, under a session and with its token. */
	@Bean
	@Order(2)
	SecurityFilterChain scripts(HttpSecurity http) throws Exception {
		return rest(http).securityMatcher(REST)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
			.csrf((csrf) -> csrf.csrfTokenRepository(CsrfCookie.repository())
				.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
			.addFilterAfter(new CsrfCookie(), CsrfFilter.class)
			.addFilterBefore(new SessionStillValid(this.logins), AnonymousAuthenticationFilter.class)
			.build();
	}

	private HttpSecurity rest(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests((rules) -> {
			WhoMay whoMay = new WhoMay(rules);
			whoMay.callTheApi();
			whoMay.callTheEngine();
			rules.anyRequest().authenticated();
		})
			.requestCache(AbstractHttpConfigurer::disable)
			.exceptionHandling((refusal) -> refusal.authenticationEntryPoint(new LoginNeeded())
				.accessDeniedHandler(new NotYours()))
			.addFilterAfter(new SameSiteOnly(), HeaderWriterFilter.class)
			.addFilterBefore(this.rateLimit, AuthorizationFilter.class)
			.addFilterAfter(new BodyLimit(), AuthorizationFilter.class);
	}

	private static boolean hasPassword(HttpServletRequest request) {
		return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
	}

	/**
	 * Tasklist, Cockpit and Admin guard themselves against forged calls and set their own
	 * content policy; the set-up of a first administrator is shut for good.
	 */
	@Bean
	@Order(3)
	SecurityFilterChain webapps(HttpSecurity http) throws Exception {
		return pages(http).securityMatcher("/camunda", "/camunda/**")
			.authorizeHttpRequests((rules) -> rules.requestMatchers(Forbidden.ALWAYS)
				.denyAll()
				.anyRequest()
				.hasAnyAuthority(Group.EVERYBODY))
			.csrf((csrf) -> csrf.ignoringRequestMatchers((request) -> true))
			.headers((headers) -> headers.cacheControl((cache) -> cache.disable())
				.frameOptions(FrameOptionsConfig::sameOrigin))
			.addFilterAfter(new WebappLogout(), AuthorizationFilter.class)
			.addFilterAfter(new BodyLimit(), AuthorizationFilter.class)
			.build();
	}

	/** The product's own pages; what no rule opens stays shut. */
	@Bean
	@Order(4)
	SecurityFilterChain pages(HttpSecurity http, LoginFailed loginFailed) throws Exception {
		return pages(http)
			.authorizeHttpRequests((rules) -> rules
				.requestMatchers("/login", "/access/**", "/favicon.ico", "/error", "/actuator/health",
						"/actuator/health/**")
				.permitAll()
				.requestMatchers("/", "/swagger-ui.html", "/swagger-ui/**")
				.authenticated()
				.requestMatchers(HttpMethod.GET, "/board/**")
				.hasAnyAuthority(Group.STAFF)
				.anyRequest()
				.denyAll())
			.formLogin((form) -> form.loginPage("/login").failureHandler(loginFailed))
			.logout((logout) -> logout.logoutSuccessUrl("/login?logout"))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(PAGES)))
			.build();
	}

	private HttpSecurity pages(HttpSecurity http) throws Exception {
		return http
			.csrf((csrf) -> csrf.csrfTokenRepository(CsrfCookie.repository())
				.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
			.sessionManagement((session) -> session.sessionFixation((fixation) -> fixation.newSession()))
			.httpBasic((basic) -> basic.authenticationEntryPoint(new LoginNeeded()))
			.exceptionHandling((refusal) -> refusal.defaultAuthenticationEntryPointFor(new LoginNeeded(), Doors::isCall)
				.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), (request) -> true)
				.defaultAccessDeniedHandlerFor((request, response, reason) -> Problem.NOT_YOURS.answer(response),
						Doors::isCall)
				// Named besides, or the one above would answer pages too.
				.defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), (request) -> true))
			.addFilterAfter(new SameSiteOnly(), HeaderWriterFilter.class)
			.addFilterAfter(new CsrfCookie(), CsrfFilter.class)
			.addFilterBefore(new SessionStillValid(this.logins), AnonymousAuthenticationFilter.class);
	}

	/** A call by a script or program, not a page that a person opens. */
	private static boolean isCall(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/camunda/api/");
	}

	private static RequestMatcher paths(String... paths) {
		return new OrRequestMatcher(
				Arrays.stream(paths).<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher).toList());
	}

}
