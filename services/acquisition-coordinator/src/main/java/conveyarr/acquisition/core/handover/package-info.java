/**
 * An approved request until the *arr has its title. Seerr calls the *arr once, and when that fails the request is dead; here it is looked for,
 * and handed on again.
 */
package conveyarr.acquisition.core.handover;
