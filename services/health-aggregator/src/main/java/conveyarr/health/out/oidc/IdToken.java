package conveyarr.health.out.oidc;

import conveyarr.health.core.access.LoginRefused;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** Reads what a provider signed, and believes it when the signature, the issuer, the receiver, the time and the nonce are right (Core 1.0, 3.1.3.7). */
final class IdToken {
    private static final Logger LOGGER = Logger.getLogger(IdToken.class);
    private static final int CLOCKS_DIFFER_BY_SECONDS = 60;
    /** With asymmetric keys alone: the key of a token that was signed with a shared secret could be one of those that everybody can read. */
    private static final String[] SIGNED = {
        AlgorithmIdentifiers.RSA_USING_SHA256,
        AlgorithmIdentifiers.RSA_USING_SHA384,
        AlgorithmIdentifiers.RSA_USING_SHA512,
        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
        AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
        AlgorithmIdentifiers.EDDSA
    };

    private IdToken() {}

    /** From whom it has to be, for whom, and for which login. */
    record Expected(String issuer, String client, String nonce) {}

    /** Its claims. Throws {@link LoginRefused}. */
    static Map<String, Object> claims(String token, String keys, Expected expected) {
        try {
            var claims = reader(keys, expected).processToClaims(token);
            if (!expected.nonce().equals(claims.getClaimValueAsString("nonce"))) {
                throw new LoginRefused("The provider's answer belongs to another login. Try again.");
            }
            return claims.getClaimsMap();
        } catch (InvalidJwtException | JoseException e) {
            LOGGER.warnf("access.token-refused cause=%s", e.getMessage());
            throw new LoginRefused(
                    "What the provider signed is not to be believed; the log of health-aggregator says why.");
        }
    }

    private static JwtConsumer reader(String keys, Expected expected) throws JoseException {
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(CLOCKS_DIFFER_BY_SECONDS)
                .setExpectedIssuer(expected.issuer())
                .setExpectedAudience(expected.client())
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(keys).getJsonWebKeys()))
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, SIGNED)
                .build();
    }
}
