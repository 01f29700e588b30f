// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/journalframes.h"

#include <QtEndian>

#include <sodium.h>

namespace expunge::review {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

// A journal is the magic bytes and frames. A frame is: length of the body (4 bytes, little endian),
// kind (1 byte), a keyed check of both and of the frame's number (8 bytes, SipHash-2-4), and the
// body. The body of a stream frame is the header of a new secretstream (libsodium,
// XChaCha20-Poly1305); that of a record frame is one message of it, whose additional data are the
// frame's number and the last bytes of the frame before: frames can neither be left out nor change
// places.

constexpr qsizetype prefixSize = 4 + 1 + crypto_shorthash_BYTES;
constexpr qsizetype chainSize = 16;
constexpr qsizetype headerSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype overhead = crypto_secretstream_xchacha20poly1305_ABYTES;

enum class FrameKind : quint8 { Stream = 1, Record = 2 };

using StreamState = crypto_secretstream_xchacha20poly1305_state;

const unsigned char *bytesOf(const QByteArray &data)
{
    return reinterpret_cast<const unsigned char *>(data.constData());
}

unsigned char *bytesOf(QByteArray &data)
{
    return reinterpret_cast<unsigned char *>(data.data());
}

QByteArray subkey(const QByteArray &key, quint64 number, qsizetype size)
{
    QByteArray derived(size, '\0');
    crypto_kdf_derive_from_key(bytesOf(derived), static_cast<size_t>(size), number, "journal1",
                               bytesOf(key));
    return derived;
}

QByteArray streamKey(const QByteArray &key)
{
    return subkey(key, 1, crypto_secretstream_xchacha20poly1305_KEYBYTES);
}

QByteArray checkKey(const QByteArray &key)
{
    return subkey(key, 2, crypto_shorthash_KEYBYTES);
}

QByteArray numberBytes(quint64 number)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

QByteArray prefixOf(FrameKind kind, qsizetype bodySize, quint64 number, const QByteArray &check)
{
    QByteArray prefix(5, '\0');
    qToLittleEndian(static_cast<quint32>(bodySize), prefix.data());
    prefix[4] = static_cast<char>(kind);
    const QByteArray checked = prefix + numberBytes(number);
    QByteArray hash(crypto_shorthash_BYTES, '\0');
    crypto_shorthash(bytesOf(hash), bytesOf(checked), static_cast<size_t>(checked.size()),
                     bytesOf(check));
    return prefix + hash;
}

/// A power cut can leave a file that has grown and whose new bytes never arrived.
bool endsInZeros(const QByteArray &file, qsizetype from)
{
    const QByteArrayView tail = QByteArrayView(file).sliced(from);
    const auto zeros = std::min(tail.size(), chainSize);
    return std::all_of(tail.end() - zeros, tail.end(), [](char c) { return c == '\0'; });
}

/// Reads one journal's frames in order.
class FrameReader
{
public:
    FrameReader(const QByteArray &file, const QByteArray &key)
        : m_file(file)
        , m_streamKey(streamKey(key))
        , m_checkKey(checkKey(key))
    {
        m_contents.end = journalMagic().size();
    }

    ~FrameReader()
    {
        sodium_memzero(m_streamKey.data(), static_cast<size_t>(m_streamKey.size()));
        sodium_memzero(&m_stream, sizeof m_stream);
    }
    FrameReader(const FrameReader &) = delete;
    FrameReader &operator=(const FrameReader &) = delete;

    Result<FrameContents> read()
    {
        while (m_contents.end < m_file.size()) {
            const auto position = static_cast<qsizetype>(m_contents.end);
            if (m_file.size() - position < prefixSize) {
                break;   // cut off
            }
            const QByteArray prefix = m_file.mid(position, prefixSize);
            const auto size =
                static_cast<qsizetype>(qFromLittleEndian<quint32>(prefix.constData()));
            const auto kind = static_cast<FrameKind>(prefix[4]);
            if (prefix != prefixOf(kind, size, m_contents.frames, m_checkKey)) {
                if (endsInZeros(m_file, position)) {
                    break;
                }
                return failure(ErrorCode::SessionDamaged, {},
                               QStringLiteral("a record was changed"));
            }
            if (m_file.size() - position - prefixSize < size) {
                break;   // cut off
            }
            const QByteArray body = m_file.mid(position + prefixSize, size);
            if (!take(kind, body)) {
                const bool last = position + prefixSize + size == m_file.size();
                if (last && endsInZeros(m_file, position)) {
                    break;
                }
                return failure(ErrorCode::SessionDamaged, {},
                               QStringLiteral("a record was changed"));
            }
            m_contents.chain = body.right(chainSize);
            ++m_contents.frames;
            m_contents.end = position + prefixSize + size;
        }
        return std::move(m_contents);
    }

private:
    bool take(FrameKind kind, const QByteArray &body)
    {
        if (kind == FrameKind::Stream) {
            m_hasStream = body.size() == headerSize
                          && crypto_secretstream_xchacha20poly1305_init_pull(
                                 &m_stream, bytesOf(body), bytesOf(m_streamKey))
                                 == 0;
            return m_hasStream;
        }
        if (kind != FrameKind::Record || !m_hasStream || body.size() < overhead) {
            return false;
        }
        QByteArray record(body.size() - overhead, '\0');
        const QByteArray vouched = numberBytes(m_contents.frames) + m_contents.chain;
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(
                &m_stream, bytesOf(record), nullptr, &tag, bytesOf(body),
                static_cast<unsigned long long>(body.size()), bytesOf(vouched),
                static_cast<unsigned long long>(vouched.size()))
            != 0) {
            return false;
        }
        m_contents.records.push_back(std::move(record));
        return true;
    }

    const QByteArray &m_file;
    QByteArray m_streamKey;
    QByteArray m_checkKey;
    StreamState m_stream = {};
    bool m_hasStream = false;
    FrameContents m_contents;
};

}   // namespace

QByteArray journalMagic()
{
    return QByteArrayLiteral("expunge\x01");
}

Result<FrameContents> readFrames(const QByteArray &file, const QByteArray &key)
{
    if (file.size() < journalMagic().size()) {
        // Only the making of the file can have been cut off here.
        return FrameContents{};
    }
    if (!file.startsWith(journalMagic())) {
        return failure(ErrorCode::SessionDamaged, {}, QStringLiteral("not a journal"));
    }
    return FrameReader(file, key).read();
}

struct FrameWriter::State
{
    QByteArray streamKey;
    QByteArray checkKey;
    StreamState stream = {};
    bool open = false;   // a stream has begun and all that was sealed in it is on disk
    quint64 frames = 0;
    QByteArray chain;
    quint64 nextFrames = 0;   // what commit() makes of them
    QByteArray nextChain;
};

FrameWriter::FrameWriter(const QByteArray &key, const FrameContents &before)
    : m_state(std::make_unique<State>())
{
    m_state->streamKey = streamKey(key);
    m_state->checkKey = checkKey(key);
    m_state->frames = before.frames;
    m_state->chain = before.chain;
}

FrameWriter::~FrameWriter()
{
    sodium_memzero(m_state->streamKey.data(), static_cast<size_t>(m_state->streamKey.size()));
    sodium_memzero(&m_state->stream, sizeof m_state->stream);
}

QByteArray FrameWriter::seal(const QByteArray &record)
{
    QByteArray frames;
    quint64 number = m_state->frames;
    QByteArray chain = m_state->chain;
    if (!m_state->open) {
        QByteArray header(headerSize, '\0');
        crypto_secretstream_xchacha20poly1305_init_push(&m_state->stream, bytesOf(header),
                                                        bytesOf(m_state->streamKey));
        frames = prefixOf(FrameKind::Stream, headerSize, number, m_state->checkKey) + header;
        chain = header.right(chainSize);
        ++number;
        m_state->open = true;
    }
    QByteArray body(record.size() + overhead, '\0');
    const QByteArray vouched = numberBytes(number) + chain;
    crypto_secretstream_xchacha20poly1305_push(
        &m_state->stream, bytesOf(body), nullptr, bytesOf(record),
        static_cast<unsigned long long>(record.size()), bytesOf(vouched),
        static_cast<unsigned long long>(vouched.size()),
        crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    frames += prefixOf(FrameKind::Record, body.size(), number, m_state->checkKey) + body;
    m_state->nextFrames = number + 1;
    m_state->nextChain = body.right(chainSize);
    return frames;
}

void FrameWriter::commit()
{
    m_state->frames = m_state->nextFrames;
    m_state->chain = m_state->nextChain;
}

void FrameWriter::rollBack()
{
    m_state->open = false;
}

}   // namespace expunge::review
