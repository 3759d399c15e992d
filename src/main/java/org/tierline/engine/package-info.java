/**
 * The engine's own set-up: deployment, identity, form checks and guards; knows no
 * business room.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.tierline.engine;
