// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/client_code.h"

#include <QUrl>

namespace ticker {

namespace {

// Raw text, in which %1 stands for the address without a slash behind it.

const char socketIo[] = R"(<script src="%1/socket.io/socket.io.min.js"></script>
<script>
  const socket = io("%1");
  socket.on("stock price update", (price) => console.log(price));
</script>
)";

const char webSocket[] = R"(const socket = new WebSocket("%1/ws");
socket.onopen = () => socket.send(JSON.stringify({ action: "subscribe", symbols: "*" }));
socket.onmessage = (event) => console.log(JSON.parse(event.data));
)";

const char eventSource[] = R"(const events = new EventSource("%1/events");
events.onmessage = (event) => console.log(JSON.parse(event.data));
)";

const char curl[] = R"(curl --no-buffer %1/events
curl %1/api/quotes
)";

const char python[] = R"(import socketio  # pip install "python-socketio[client]"

client = socketio.Client()

@client.on("stock price update")
def on_price(price):
    print(price)

client.connect("%1")
client.wait()
)";

ClientCode make(const char *name, const char *text, const QString &address)
{
    return {QString::fromLatin1(name), QString::fromLatin1(text).replace(QStringLiteral("%1"), address)};
}

} // namespace

QList<ClientCode> clientCodeFor(const QString &url)
{
    QUrl address = QUrl(url).adjusted(QUrl::StripTrailingSlash | QUrl::RemovePath);
    const QString http = address.toString();
    address.setScheme(QStringLiteral("ws"));
    const QString ws = address.toString();
    return {make("Socket.IO", socketIo, http), make("WebSocket", webSocket, ws), make("EventSource", eventSource, http),
            make("curl", curl, http), make("Python", python, http)};
}

} // namespace ticker
