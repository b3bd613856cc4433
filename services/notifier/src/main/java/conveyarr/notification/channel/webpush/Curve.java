package conveyarr.notification.channel.webpush;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys on P-256 as browsers write them: a public one is 0x04 and two numbers of 32 bytes, a private one is one number. */
final class Curve {
    static final int PUBLIC_LENGTH = 65;
    private static final int NUMBER = 32;
    private static final ECGenParameterSpec P256 = new ECGenParameterSpec("secp256r1");

    private Curve() {}

    static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(P256);
        return generator.generateKeyPair();
    }

    /** Throws when the bytes are no point of the curve. */
    static ECPublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != PUBLIC_LENGTH || bytes[0] != 4) {
            throw new GeneralSecurityException("no uncompressed point");
        }
        var point = new ECPoint(number(bytes, 1), number(bytes, 1 + NUMBER));
        var spec = parameters();
        requireOnCurve(point, spec);
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, spec));
    }

    static ECPrivateKey privateKey(byte[] bytes) throws GeneralSecurityException {
        var spec = new ECPrivateKeySpec(new BigInteger(1, bytes), parameters());
        return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(spec);
    }

    static byte[] bytes(ECPublicKey key) {
        byte[] bytes = new byte[PUBLIC_LENGTH];
        bytes[0] = 4;
        put(key.getW().getAffineX(), bytes, 1);
        put(key.getW().getAffineY(), bytes, 1 + NUMBER);
        return bytes;
    }

    private static ECParameterSpec parameters() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(P256);
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    /** A point beside the curve would give a private key away bit by bit. */
    private static void requireOnCurve(ECPoint point, ECParameterSpec spec) throws GeneralSecurityException {
        BigInteger p = ((ECFieldFp) spec.getCurve().getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        BigInteger right = x.pow(3)
                .add(spec.getCurve().getA().multiply(x))
                .add(spec.getCurve().getB());
        if (x.compareTo(p) >= 0
                || y.compareTo(p) >= 0
                || y.pow(2).subtract(right).mod(p).signum() != 0) {
            throw new GeneralSecurityException("no point of the curve");
        }
    }

    private static BigInteger number(byte[] bytes, int from) {
        return new BigInteger(1, Arrays.copyOfRange(bytes, from, from + NUMBER));
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray(); // up to one zero more than the number is long, or shorter
        int length = Math.min(bytes.length, NUMBER);
        System.arraycopy(bytes, bytes.length - length, into, at + NUMBER - length, length);
    }
}
