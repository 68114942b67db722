// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "streams/accepted_stream.h"
#include "streams/descriptor_watch.h"

namespace ticker {

/// A ByteStream over nothing but a descriptor of Linux: what the kernel takes at once is never copied or kept, and a client
/// that is idle costs a notifier. Sending takes one system call, receiving one for each event. Server thread.
class DescriptorStream final : public ByteStream, private DescriptorWatch::Owner
{
public:
    /// Owns the descriptor from now on, of which the kernel keeps about so many bytes unsent. Nothing when the peer is gone
    /// already.
    [[nodiscard]] static std::optional<AcceptedStream> accept(int descriptor, int maxKernelUnsentBytes);
    ~DescriptorStream() override;

    void setReceiver(Receiver *receiver) override { m_receiver = receiver; }
    void setReading(bool isWanted) override;
    void unread(const QByteArray &bytes) override;
    void send(const QByteArray &bytes) override;
    [[nodiscard]] std::optional<qint64> sendFile(int file, qint64 from, qint64 size) override;
    [[nodiscard]] bool isOver() const override { return m_descriptor < 0 || m_finishing || m_broken; }
    [[nodiscard]] qint64 unsentBytes() const override { return m_unsent.size(); }
    [[nodiscard]] FastPath fastPath() const override;
    void shutDownWriting() override;
    void finish() override;
    void abort() override;
    [[nodiscard]] StreamBytes countedBytes() const override;

private:
    explicit DescriptorStream(int descriptor);

    void descriptorReady(QSocketNotifier::Type type) override;
    void read();
    void passOnUnread();
    void sendUnsent();
    void keep(const QByteArray &bytes);
    void watchWritable();
    void atEnd();
    void closeAndReportLater();
    void closeDescriptor();
    void reportClosed();
    void callLater(void (DescriptorStream::*function)());

    int m_descriptor; ///< -1 once it is closed.
    Receiver *m_receiver = nullptr;
    DescriptorWatch *m_readable;           ///< Owns itself; released in the end.
    DescriptorWatch *m_writable = nullptr; ///< The same; made when the client is slow for the first time.
    QByteArray m_unread;
    QByteArray m_unsent;
    bool m_finishing = false;  ///< To be closed when what is kept has left.
    bool m_sendsFiles = false; ///< It has, and is prepared for that.
    bool m_broken = false;     ///< Nothing can be sent; reading will tell of the end.
};

} // namespace ticker
