package org.tierline.alerts;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patiently notices are delivered.
 *
 * @param every how often they are looked for
 * @param firstRetry how long after the first failure; each further wait is twice as long
 * @param longestRetry but not longer than this
 * @param giveUpAfter when a notice counts as failed, from its queueing
 * @param webHookAllowedNetworks internal networks (10.1.0.0/16) and hosts that web hooks
 * may lead to
 */
@ConfigurationProperties("tierline.alerts")
record AlertTerms(@DefaultValue("PT1S") Duration every, @DefaultValue("PT15S") Duration firstRetry,
		@DefaultValue("PT1H") Duration longestRetry, @DefaultValue("P3D") Duration giveUpAfter,
		@DefaultValue List<String> webHookAllowedNetworks) {
}
