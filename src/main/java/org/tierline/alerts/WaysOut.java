package org.tierline.alerts;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** By each way out notices are delivered on a thread of its own. */
@Configuration(proxyBeanMethods = false)
class WaysOut {

	@Bean
	Delivering noticesByMail(NoticeRows notices, MailWay way, AlertTerms terms, Clock clock) {
		return new Delivering(notices, way, terms, clock);
	}

	@Bean
	Delivering noticesByWebHook(NoticeRows notices, WebHookWay way, AlertTerms terms, Clock clock) {
		return new Delivering(notices, way, terms, clock);
	}

}
