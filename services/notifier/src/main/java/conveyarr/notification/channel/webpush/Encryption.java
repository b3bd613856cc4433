package conveyarr.notification.channel.webpush;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts for one browser, so that its push service can read nothing: RFC 8291 over {@code aes128gcm} of RFC 8188, in one record. */
record Encryption(ECPublicKey browser, byte[] auth) {
    static final int SALT_LENGTH = 16;
    /** The most that a push service must take. */
    private static final int RECORD_SIZE = 4096;

    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    /** {@code ours} and {@code salt} are for this one message. */
    byte[] of(byte[] text, KeyPair ours, byte[] salt) throws GeneralSecurityException {
        byte[] own = Curve.bytes((ECPublicKey) ours.getPublic());
        byte[] secret = derive(auth, agreed(ours), info(own), 32);
        byte[] key = derive(salt, secret, label("aes128gcm"), 16);
        byte[] nonce = derive(salt, secret, label("nonce"), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] sealed = cipher.doFinal(
                ByteBuffer.allocate(text.length + 1).put(text).put(LAST_RECORD).array());
        return ByteBuffer.allocate(salt.length + 5 + own.length + sealed.length)
                .put(salt)
                .putInt(RECORD_SIZE)
                .put((byte) own.length)
                .put(own)
                .put(sealed)
                .array();
    }

    private byte[] agreed(KeyPair ours) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(browser, true);
        return agreement.generateSecret();
    }

    private byte[] info(byte[] own) {
        var info = new ByteArrayOutputStream();
        info.writeBytes(label("WebPush: info", ""));
        info.writeBytes(Curve.bytes(browser));
        info.writeBytes(own);
        return info.toByteArray();
    }

    private static byte[] label(String what) {
        return label("Content-Encoding: ", what);
    }

    private static byte[] label(String start, String what) {
        return (start + what + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] derive(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        var how = HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(secret).thenExpand(info, length);
        return KDF.getInstance("HKDF-SHA256").deriveData(how);
    }
}
