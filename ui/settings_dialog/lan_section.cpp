// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_dialog/lan_section.h"

#include "style/icons.h"
#include "widgets/plain_text.h"
#include "widgets/qr_code.h"
#include "widgets/settings_labels.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QLineEdit>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ticker {

namespace {

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->setObjectName({});
            item->widget()->deleteLater(); // it may be what was clicked
        }
        delete item;
    }
}

} // namespace

LanSection::LanSection(QWidget *parent) : QGroupBox(tr("Network"), parent)
{
    setObjectName(QStringLiteral("lanSection"));
    m_open = new QCheckBox(tr("Allow access from the local &network"), this);
    m_open->setObjectName(QStringLiteral("lanBox"));
    m_hour = new QCheckBox(tr("Block it a&gain after one hour"), this);
    m_hour->setObjectName(QStringLiteral("lanHourBox"));
    m_closing = makeExplanation({}, this);
    m_closing->setObjectName(QStringLiteral("lanClosing"));
    m_addresses = new QWidget(this);
    m_rows = new QGridLayout(m_addresses);
    m_choices = new QButtonGroup(this);
    m_code = new QrCode(this);
    m_state = makeExplanation({}, this);
    m_state->setObjectName(QStringLiteral("lanState"));
    m_firewall = new QWidget(this);
    m_commands = new QVBoxLayout(m_firewall);
    setupLayout();
    showLan({});
    connect(m_open, &QCheckBox::clicked, this, &LanSection::wanted);
    connect(m_hour, &QCheckBox::clicked, this, &LanSection::hourWanted);
    connect(m_choices, &QButtonGroup::idClicked, this, [this](int row) {
        m_chosenUrl = m_lan.addresses.value(row).url;
        showChosen();
    });
}

void LanSection::setupLayout()
{
    QLabel *warning = makeExplanation(
        tr("Anyone on your network can then read the feed: there is no password and no encryption. Only this computer "
           "can control the server."),
        this);
    warning->setObjectName(QStringLiteral("lanWarning"));
    m_open->setAccessibleDescription(plainText(warning->text()));
    m_rows->setContentsMargins({});
    m_rows->setColumnStretch(2, 1);
    m_commands->setContentsMargins({});
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_open);
    layout->addWidget(warning);
    layout->addWidget(m_hour);
    layout->addWidget(m_closing);
    layout->addWidget(m_addresses);
    layout->addWidget(m_state);
    layout->addWidget(m_code);
    layout->addWidget(m_firewall);
}

void LanSection::takeFocus()
{
    m_open->setFocus(Qt::OtherFocusReason);
}

void LanSection::showOpen(bool isOpen)
{
    m_open->setChecked(isOpen);
    if (!isOpen)
        showLan({});
}

void LanSection::showForAnHour(bool forAnHour)
{
    m_hour->setChecked(forAnHour);
}

void LanSection::showLan(const LanView &lan)
{
    const bool sameAddresses = m_lan.addresses == lan.addresses;
    const bool sameCommands = m_lan.firewallCommands == lan.firewallCommands;
    m_lan = lan;
    if (!sameAddresses)
        showAddresses(lan.addresses);
    if (!sameCommands)
        showFirewall(lan.firewallCommands);
    m_addresses->setVisible(!lan.addresses.isEmpty());
    m_firewall->setVisible(!lan.firewallCommands.isEmpty());
    showClosing();
    showChosen();
}

void LanSection::showClosing()
{
    const QTime time = m_lan.closesAt.time();
    m_closing->setText(plainText(
        time.isValid()
            ? tr("Access ends at %1, or when you quit TickerTray.").arg(QLocale().toString(time, QLocale::ShortFormat))
            : QString()));
    m_closing->setVisible(time.isValid());
    m_hour->setAccessibleDescription(plainText(m_closing->text()));
}

QWidget *LanSection::makeCopyButton(const QString &name, const QString &text)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(symbolicIcon(QStringLiteral("copy")));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(plainText(tr("Copy %1").arg(text)));
    button->setToolTip(plainToolTip(button->accessibleName()));
    connect(button, &QToolButton::clicked, this, [text] { QApplication::clipboard()->setText(text); });
    return button;
}

void LanSection::showAddresses(const QList<LanAddress> &addresses)
{
    const bool hadFocus = m_addresses->isAncestorOf(QApplication::focusWidget());
    for (QAbstractButton *choice : m_choices->buttons())
        m_choices->removeButton(choice);
    clear(m_rows);
    m_addressStops.clear();
    const auto words = [](const LanAddress &address) {
        switch (address.state) {
        case LanAddress::State::Asking:
            return tr("checking…");
        case LanAddress::State::Reachable:
            return tr("answers");
        case LanAddress::State::Unreachable:
            return tr("does not answer: %1").arg(address.why);
        }
        Q_UNREACHABLE();
        return QString();
    };
    int row = 0;
    for (const LanAddress &address : addresses) {
        auto *choice = new QRadioButton(address.url, this);
        choice->setObjectName(QStringLiteral("lanAddress%1").arg(row));
        m_choices->addButton(choice, row);
        auto *state = plainLabel(
            tr("%1, %2", "name of a network interface, whether it answers").arg(address.interfaceName, words(address)),
            this);
        state->setWordWrap(true);
        choice->setAccessibleDescription(plainText(state->text()));
        m_rows->addWidget(choice, row, 0);
        QWidget *copy = makeCopyButton(QStringLiteral("lanCopyButton%1").arg(row), address.url);
        m_rows->addWidget(copy, row, 1);
        m_addressStops += {choice, copy};
        m_rows->addWidget(state, row, 2);
        if (hadFocus && address.url == m_chosenUrl)
            choice->setFocus();
        ++row;
    }
    orderTabs();
}

/// The code of the address that was chosen; before one was, of the first that answers.
void LanSection::showChosen()
{
    const auto &addresses = m_lan.addresses;
    auto found = std::find_if(addresses.cbegin(), addresses.cend(),
                              [this](const LanAddress &address) { return address.url == m_chosenUrl; });
    if (found == addresses.cend()) {
        found = std::find_if(addresses.cbegin(), addresses.cend(),
                             [](const LanAddress &address) { return address.state == LanAddress::State::Reachable; });
    }
    const bool isReachable = found != addresses.cend() && found->state == LanAddress::State::Reachable;
    if (found != addresses.cend()) {
        if (auto *choice = m_choices->button(int(found - addresses.cbegin())))
            choice->setChecked(true);
    }
    m_code->setAddress(isReachable ? found->url : QString());
    m_code->setVisible(isReachable);
    if (isReachable)
        m_state->setText(tr("Scan with a phone on the same network:"));
    else if (m_open->isChecked() && addresses.isEmpty())
        m_state->setText(tr("This computer is not connected to a network."));
    else
        m_state->clear();
    m_state->setVisible(!m_state->text().isEmpty());
}

void LanSection::showFirewall(const QStringList &commands)
{
    clear(m_commands);
    m_commandStops.clear();
    if (commands.isEmpty())
        return;
    m_commands->addWidget(
        makeExplanation(tr("No other computer has connected yet. If one cannot connect, a firewall may be blocking the "
                           "port. One of these commands opens it; TickerTray does not run them:"),
                        this));
    int number = 0;
    for (const QString &command : commands) {
        auto *text = new QLineEdit(command, this);
        text->setObjectName(QStringLiteral("firewallCommand%1").arg(number));
        text->setReadOnly(true);
        text->setAccessibleName(tr("Command to open the port"));
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins({});
        row->addWidget(text, 1);
        QWidget *copy = makeCopyButton(QStringLiteral("firewallCopyButton%1").arg(number), command);
        row->addWidget(copy);
        m_commandStops += {text, copy};
        m_commands->addWidget(line);
        ++number;
    }
    orderTabs();
}

/// What is made late would come last of all.
void LanSection::orderTabs()
{
    QWidget *before = m_hour;
    for (QWidget *stop : m_addressStops + m_commandStops) {
        setTabOrder(before, stop);
        before = stop;
    }
}

} // namespace ticker

#include "moc_lan_section.cpp"
