/** The calls to an identity provider: OpenID Connect Core 1.0 and Discovery 1.0. */
package conveyarr.health.out.oidc;
