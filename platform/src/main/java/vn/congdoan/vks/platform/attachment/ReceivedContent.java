package vn.congdoan.vks.platform.attachment;

import java.util.UUID;
import javax.crypto.SecretKey;

/// A file that has wholly arrived, and that nothing refers to yet.
///
/// @param id of the content
/// @param key by which its parts are sealed
/// @param name sealed by the same key later
/// @param size in bytes
/// @param sha256 digest of what was sent, in hexadecimal
public record ReceivedContent(UUID id, SecretKey key, FileName name, FileType type, long size, String sha256) {}
