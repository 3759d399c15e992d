/**
 * How a node works beside people's calls: a thread that works until nothing is left. It
 * knows no business room.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.tierline.background;
