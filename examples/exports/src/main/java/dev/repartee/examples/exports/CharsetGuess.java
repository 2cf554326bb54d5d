package dev.repartee.examples.exports;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which character set a text is written, by its first bytes. */
final class CharsetGuess {
  /** So many bytes are looked at. */
  static final int LOOKED_AT = 512;

  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

  private CharsetGuess() {}

  /**
   * What the mark of the byte order says; UTF-16 where every other byte is zero; what XML declares;
   * else UTF-8.
   */
  static Charset of(byte[] head) {
    if (begins(head, 0xFF, 0xFE, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (begins(head, 0, 0, 0xFE, 0xFF)) {
      return Charset.forName("UTF-32BE");
    }
    if (begins(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (begins(head, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    Charset wide = wide(head);
    return wide.equals(StandardCharsets.UTF_8) ? declared(head) : wide;
  }

  private static boolean begins(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (head[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private static Charset wide(byte[] head) {
    int even = 0;
    int odd = 0;
    int length = Math.min(head.length, LOOKED_AT);
    for (int i = 0; i < length; i++) {
      if (head[i] == 0) {
        even += (i & 1) == 0 ? 1 : 0;
        odd += i & 1;
      }
    }
    // Latin letters in UTF-16 have a zero beside them; a stray NUL in UTF-8 does not come so often.
    int many = length / 5;
    if (length >= 4 && odd > many && even <= odd / 4) {
      return StandardCharsets.UTF_16LE;
    }
    return length >= 4 && even > many && odd <= even / 4
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_8;
  }

  private static Charset declared(byte[] head) {
    int length = Math.min(head.length, LOOKED_AT);
    Matcher found = DECLARED.matcher(new String(head, 0, length, StandardCharsets.ISO_8859_1));
    if (!found.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      Charset charset = Charset.forName(found.group(1));
      // The bytes are read as letters of ASCII, so UTF-16 they are not, whatever they say.
      return charset.name().startsWith("UTF-") ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
