// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_dialog/settings_dialog.h"

#include "settings_dialog/access_section.h"
#include "settings_dialog/autostart_section.h"
#include "settings_dialog/lan_section.h"
#include "settings_dialog/limits_section.h"
#include "settings_dialog/listen_section.h"
#include "settings_dialog/look_section.h"
#include "style/icons.h"
#include "widgets/plain_text.h"

#include <QAccessible>
#include <QApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ticker {

namespace {

constexpr QSize defaultSize{620, 640};
const QString everywhere = QStringLiteral("0.0.0.0");
const QString loopback = QStringLiteral("127.0.0.1");

} // namespace

SettingsDialog::SettingsDialog(const SettingsChecks &checks, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    setWindowIcon(programIcon(QStringLiteral("tickertray")));
    auto *page = new QWidget(this);
    auto *sections = new QVBoxLayout(page);
    setupSections(checks, sections);
    m_scroller = new QScrollArea(this);
    m_scroller->setObjectName(QStringLiteral("settingsScroller"));
    m_scroller->setWidget(page);
    m_scroller->setWidgetResizable(true);
    m_scroller->setFrameShape(QFrame::NoFrame);
    m_scroller->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroller->setMinimumWidth(page->minimumSizeHint().width() + m_scroller->verticalScrollBar()->sizeHint().width());
    // The area scrolls by itself only while the focus moves within it.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) {
        if (now && m_scroller->widget()->isAncestorOf(now))
            m_scroller->ensureWidgetVisible(now);
    });
    m_message = plainLabel(this);
    m_message->setObjectName(QStringLiteral("settingsMessage"));
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->hide();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_scroller, 1);
    layout->addWidget(m_message);
    layout->addWidget(makeButtons());
    resize(defaultSize.expandedTo(minimumSizeHint()));
    showPreferences({});
}

void SettingsDialog::setupSections(const SettingsChecks &checks, QVBoxLayout *layout)
{
    m_listen = new ListenSection(checks.isAddress, this);
    m_lan = new LanSection(this);
    m_access = new AccessSection(checks, this);
    m_login = new AutostartSection(this);
    m_look = new LookSection(this);
    m_limits = new LimitsSection(this);
    for (QWidget *section : std::initializer_list<QWidget *>{m_listen, m_lan, m_access, m_login, m_look, m_limits})
        layout->addWidget(section);
    layout->addStretch();
    connect(m_listen, &ListenSection::wanted, this, &SettingsDialog::listenWanted);
    connect(m_lan, &LanSection::wanted, this, [this](bool open) {
        Q_EMIT listenWanted({open ? everywhere : loopback, m_shown.listen.port});
    });
    connect(m_lan, &LanSection::hourWanted, this, &SettingsDialog::lanHourChosen);
    connect(m_access, &AccessSection::chosen, this, &SettingsDialog::accessChosen);
    connect(m_login, &AutostartSection::chosen, this, &SettingsDialog::loginStartChosen);
    connect(m_look, &LookSection::chosen, this, &SettingsDialog::lookChosen);
    connect(m_limits, &LimitsSection::chosen, this, &SettingsDialog::limitsChosen);
}

QWidget *SettingsDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    const auto add = [buttons](const QString &name, const QString &text, QDialogButtonBox::ButtonRole role) {
        QPushButton *button = buttons->addButton(text, role);
        button->setObjectName(name);
        return button;
    };
    QPushButton *exporting = add(QStringLiteral("exportButton"), tr("E&xport…"), QDialogButtonBox::ActionRole);
    QPushButton *importing = add(QStringLiteral("importButton"), tr("&Import…"), QDialogButtonBox::ActionRole);
    QPushButton *defaults = add(QStringLiteral("defaultsButton"), tr("&Restore defaults…"),
                                QDialogButtonBox::ResetRole);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("settingsCloseButton"));
    // Enter belongs to the fields.
    for (QAbstractButton *button : buttons->buttons())
        static_cast<QPushButton *>(button)->setAutoDefault(false);
    connect(exporting, &QPushButton::clicked, this, [this] { askForFile(true); });
    connect(importing, &QPushButton::clicked, this, [this] { askForFile(false); });
    connect(defaults, &QPushButton::clicked, this, &SettingsDialog::askForDefaults);
    connect(buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    return buttons;
}

void SettingsDialog::bringToFront()
{
    show();
    raise();
    activateWindow();
}

void SettingsDialog::showNetwork()
{
    m_lan->takeFocus(); // and the page does not scroll to another field once it is active
    m_scroller->verticalScrollBar()->setValue(m_lan->y());
}

void SettingsDialog::showPreferences(const Preferences &preferences)
{
    m_shown = preferences;
    m_listen->showAddress(preferences.listen);
    m_lan->showOpen(preferences.listen.isEverywhere());
    m_lan->showForAnHour(preferences.lanForAnHour);
    m_access->showRules(preferences.access);
    m_login->showStart(preferences.login);
    m_look->showLook(preferences.look);
    m_limits->showLimits(preferences.limits);
}

void SettingsDialog::showStatus(const ServerStatus &status)
{
    m_listen->showStatus(status);
}

void SettingsDialog::showAnswer(const ListenResult &answer)
{
    if (!answer.error)
        m_shown.listen = answer.command;
    m_listen->showAnswer(answer);
    m_lan->showOpen(m_shown.listen.isEverywhere());
}

void SettingsDialog::showLan(const LanView &lan)
{
    m_lan->showLan(lan);
}

void SettingsDialog::showMessage(const QString &text)
{
    m_message->setText(plainLines(text));
    m_message->setVisible(!text.isEmpty());
    if (text.isEmpty())
        return;
    QAccessibleEvent alert(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

/// However it is closed.
void SettingsDialog::done(int result)
{
    if (m_fileDialog)
        m_fileDialog->reject();
    showMessage({});
    QDialog::done(result);
    m_listen->forget(); // after the field has lost the focus, which asks for what is in it
}

void SettingsDialog::askForFile(bool toSave)
{
    if (m_fileDialog)
        m_fileDialog->reject();
    auto *dialog = new QFileDialog(this, toSave ? tr("Export settings") : tr("Import settings"));
    dialog->setObjectName(QStringLiteral("settingsFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Settings (*.json)"), tr("All files (*)")});
    if (toSave) {
        dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before a file is replaced
        dialog->setDefaultSuffix(QStringLiteral("json"));
        dialog->selectFile(QStringLiteral("tickertray-settings.json"));
        connect(dialog, &QFileDialog::fileSelected, this, &SettingsDialog::exportWanted);
    } else {
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &SettingsDialog::importWanted);
    }
    m_fileDialog = dialog;
    dialog->open();
}

void SettingsDialog::askForDefaults()
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Restore defaults"),
                                     tr("Restore the defaults on this page?"), QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("defaultsQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("Allowed hosts and origins are removed. If the address changes, clients must "
                                    "reconnect. Market and rate stay as they are."));
    QPushButton *restore = question->addButton(tr("&Restore defaults"), QMessageBox::AcceptRole);
    restore->setObjectName(QStringLiteral("defaultsAcceptButton"));
    connect(question, &QMessageBox::buttonClicked, this, [this, restore](const QAbstractButton *button) {
        if (button == restore)
            Q_EMIT defaultsWanted();
    });
    question->open();
}

} // namespace ticker

#include "moc_settings_dialog.cpp"
