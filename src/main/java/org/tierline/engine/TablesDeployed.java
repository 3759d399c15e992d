package org.tierline.engine;

import java.util.Map;

/**
 * Decision tables have a new version; told in the transaction that deploys them.
 *
 * @param versions by decision key
 */
public record TablesDeployed(Map<String, Integer> versions) {
}
