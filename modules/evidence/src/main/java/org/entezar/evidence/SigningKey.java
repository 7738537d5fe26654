package org.entezar.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A pair of Ed25519 keys that signs. Its text form never shows the private half. */
public final class SigningKey {

    private final PrivateKey secret;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey secret, VerifyingKey verifying) {
        this.secret = secret;
        this.verifying = verifying;
    }

    /** A fresh pair. */
    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Reads what {@link #store} wrote.
     *
     * @throws Malformed when it is anything else or its halves do not belong together
     */
    public static SigningKey load(String stored) {
        String[] halves = stored.strip().split("\\s+", -1);
        if (halves.length != 2) {
            throw new Malformed("a signing key is two lines of Base64");
        }
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            PrivateKey secret = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0])));
            PublicKey open = keys.generatePublic(
                    new X509EncodedKeySpec(Base64.getDecoder().decode(halves[1])));
            SigningKey key = new SigningKey(secret, VerifyingKey.of(open));
            byte[] probe = {1};
            if (!key.verifying.verifies(probe, key.sign(probe))) {
                throw new Malformed("the halves of a signing key do not belong together");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new Malformed("not a signing key");
        }
    }

    /** Both halves as text: PKCS #8 and SubjectPublicKeyInfo in Base64, a line each. A secret. */
    public String store() {
        byte[] open = Base64.getDecoder()
                .decode(verifying.pem().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
        return Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n"
                + Base64.getEncoder().encodeToString(open) + "\n";
    }

    /** The half that everybody may know. */
    public VerifyingKey verifying() {
        return verifying;
    }

    /** Signs the document: 64 bytes. */
    public byte[] sign(byte[] document) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(document);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "signing key " + verifying.id();
    }
}
