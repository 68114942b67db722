// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/client_details_dialog.h"

#include "activity/activity_text.h"
#include "clients/client_cells.h"
#include "clients/clients_model.h"
#include "widgets/formats.h"
#include "widgets/plain_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

#include <utility>

namespace ticker {

namespace {

constexpr QSize usualSize{760, 460};

struct DetailsText final
{
    Q_DECLARE_TR_FUNCTIONS(ticker::ClientDetailsDialog)
};

/// "11:12:13.456  {"action":"ping"}"
QString messageLine(const ClientMessage &message)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(message.timeMs).toString(QStringLiteral("HH:mm:ss.zzz"));
    const QString size = formats::exactBytes(quint64(message.size));
    if (message.binary)
        return DetailsText::tr("%1  %2 of binary data", "time, size").arg(time, size);
    QString text = QString::fromUtf8(message.data).simplified();
    if (message.data.size() < message.size)
        text = DetailsText::tr("%1… (%2)", "how a text begins, size").arg(text, size);
    return QStringLiteral("%1  %2").arg(time, text);
}

/// "3 connections, 1 open. The last break: 11:12:13, connection lost, at tick 4,711"
QString historyText(const ClientHistory &history)
{
    QString counts = DetailsText::tr("Connections so far: %1, open: %2")
                         .arg(formats::count(history.connections), formats::count(history.open));
    if (history.brokeAtMs == 0)
        return counts;
    const QString time = QDateTime::fromMSecsSinceEpoch(history.brokeAtMs).toString(QStringLiteral("HH:mm:ss"));
    return counts + QLatin1Char('\n')
        + DetailsText::tr("Last break at %1 in tick %2: %3", "time, number, reason")
              .arg(time, formats::count(history.lastSeq), ActivityText::reason(history.reason));
}

enum class Growth : quint8 { None, AtEnd };

/// Keeps the place of who is reading; whoever is at the end of what grows there stays at its end.
void showText(QPlainTextEdit *edit, const QString &text, Growth growth)
{
    if (edit->toPlainText() == plainLines(text))
        return;
    QScrollBar *bar = edit->verticalScrollBar();
    const bool follows = growth == Growth::AtEnd && bar->value() == bar->maximum();
    const int place = bar->value();
    edit->setPlainText(plainLines(text));
    bar->setValue(follows ? bar->maximum() : place);
}

} // namespace

ClientDetailsDialog::ClientDetailsDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("clientDetailsDialog"));
    m_state = plainLabel(this);
    m_state->setObjectName(QStringLiteral("clientDetailsState"));
    auto *fields = new QFormLayout;
    setupFields(fields);
    m_head = makeText(QStringLiteral("clientDetailsHead"), tr("Request"));
    m_messages = makeText(QStringLiteral("clientDetailsMessages"), tr("Last messages"));

    auto *texts = new QVBoxLayout;
    for (QPlainTextEdit *text : {m_head, m_messages}) {
        auto *title = plainLabel(text->accessibleName(), this);
        title->setBuddy(text);
        texts->addWidget(title);
        texts->addWidget(text, 1);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_disconnect = buttons->addButton(tr("&Disconnect"), QDialogButtonBox::ActionRole);
    m_disconnect->setObjectName(QStringLiteral("clientDetailsDisconnect"));
    m_disconnect->setAutoDefault(false);
    connect(m_disconnect, &QPushButton::clicked, this, [this] { Q_EMIT disconnectWanted(m_id); });
    connect(buttons, &QDialogButtonBox::rejected, this, &ClientDetailsDialog::reject);

    auto *middle = new QHBoxLayout;
    middle->addLayout(fields);
    middle->addLayout(texts, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_state);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
    resize(usualSize);
}

void ClientDetailsDialog::setupFields(QFormLayout *fields)
{
    for (int column = 0; column < ClientsModel::COLUMN_COUNT; ++column) {
        auto *value = plainLabel(this);
        value->setWordWrap(column == ClientsModel::UserAgent || column == ClientsModel::Subscriptions);
        value->setMinimumWidth(fontMetrics().averageCharWidth() * 24);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        value->setAccessibleName(ClientCells::header(column));
        fields->addRow(ClientCells::header(column), value);
        m_values.append(value);
    }
    m_history = plainLabel(this);
    m_history->setObjectName(QStringLiteral("clientDetailsHistory"));
    m_history->setWordWrap(true);
    m_history->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_history->setAccessibleName(tr("Under this name"));
    fields->addRow(tr("Under this name"), m_history);
}

QPlainTextEdit *ClientDetailsDialog::makeText(const QString &name, const QString &title)
{
    auto *text = new QPlainTextEdit(this);
    text->setObjectName(name);
    text->setAccessibleName(plainText(title));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return text;
}

void ClientDetailsDialog::open(quint64 id)
{
    m_id = id;
    m_head->clear();
    m_messages->clear();
    for (QLabel *value : std::as_const(m_values))
        value->clear();
    m_history->clear();
    setWindowTitle(tr("Client"));
    m_state->setText(tr("Loading…"));
    m_disconnect->setEnabled(false);
    show();
    raise();
    activateWindow();
    Q_EMIT watchWanted(id);
}

void ClientDetailsDialog::showDetails(const ClientDetails &details)
{
    if (details.id != m_id || !isVisible())
        return;
    if (details.isGone) {
        showGone();
        return;
    }
    m_disconnect->setEnabled(true);
    m_state->setText(tr("Connected"));
    showRow(details.row);
    m_history->setText(details.history ? plainLines(historyText(*details.history)) : QStringLiteral("–"));
    showText(m_head, QString::fromUtf8(details.head), Growth::None);
    QStringList lines;
    for (const ClientMessage &message : details.messages)
        lines.append(messageLine(message));
    showText(m_messages,
             lines.isEmpty() ? tr("No messages since this window was opened") : lines.join(QLatin1Char('\n')),
             Growth::AtEnd);
}

void ClientDetailsDialog::showRow(const ClientRow &row)
{
    setWindowTitle(plainText(tr("Client %1").arg(ClientCells::endpoint(row))));
    for (int column = 0; column < ClientsModel::COLUMN_COUNT; ++column) {
        const bool isAddress = column == ClientsModel::Address;
        m_values[column]->setText(isAddress ? ClientCells::endpoint(row) : ClientCells::display(row, column));
    }
}

/// What was known stays to be read.
void ClientDetailsDialog::showGone()
{
    m_disconnect->setEnabled(false);
    m_state->setText(tr("This client has disconnected. Its last known state is shown below."));
}

void ClientDetailsDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    if (std::exchange(m_id, 0) != 0)
        Q_EMIT watchWanted(0);
}

} // namespace ticker

#include "moc_client_details_dialog.cpp"
