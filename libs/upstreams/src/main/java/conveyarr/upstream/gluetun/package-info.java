/**
 * Gluetun's control server: read from the source of v3.38 to v3.41.1 and of "latest" of 2026-05 (qdm12/gluetun b1193252).
 *
 * <ul>
 *   <li>Its answers are JSON and name no type, so that Go calls them {@code text/plain}.
 *   <li>{@code running} is said 100 ms after the VPN process started, before the tunnel works; an empty address may be a failed look-up. So
 *       neither proves anything; whoever asks has to weigh both, over time.
 *   <li>{@code /v1/openvpn/status} always says {@code stopped} with WireGuard and is never asked.
 *   <li>The forwarded port is at {@code /v1/portforward} since 3.41 and at {@code /v1/openvpn/portforwarded} before; a route that no role
 *       allows is 401, whatever key is sent.
 *   <li>Up to 3.41 the routes are open without a key; newer ones want a role.
 * </ul>
 */
package conveyarr.upstream.gluetun;
