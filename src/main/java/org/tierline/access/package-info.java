/**
 * Who may come in and by which door: logins, sessions, roles, limits.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "engine" })
package org.tierline.access;
