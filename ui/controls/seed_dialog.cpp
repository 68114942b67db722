// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/seed_dialog.h"

#include "controls/seed_text.h"
#include "widgets/plain_text.h"

#include <QAccessible>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <limits>

namespace ticker {

namespace {

/// More than the longest seed, so that what is pasted with blanks or a digit too many is told about, not cut.
constexpr int longestText = 40;

} // namespace

SeedDialog::SeedDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("seedDialog"));
    setWindowTitle(tr("Set seed"));
    m_seed = new QLineEdit(this);
    m_seed->setObjectName(QStringLiteral("seedEdit"));
    m_seed->setMaxLength(longestText);
    m_seed->setAccessibleName(tr("Seed"));
    m_error = plainLabel(this);
    m_error->setObjectName(QStringLiteral("seedError"));
    m_error->setWordWrap(true);
    setupLayout();
    connect(m_seed, &QLineEdit::textEdited, this, [this] { showError({}); });
}

void SeedDialog::setupLayout()
{
    auto *explanation = plainLabel(
        tr("The same seed gives the same prices. Setting a seed restarts them at the first tick."), this);
    explanation->setWordWrap(true);
    auto *caption = plainLabel(tr("&Seed"), this);
    caption->setBuddy(m_seed);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("S&et seed"));
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("seedAcceptButton"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("seedCancelButton"));
    connect(buttons, &QDialogButtonBox::accepted, this, &SeedDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SeedDialog::reject);

    auto *field = new QHBoxLayout;
    field->addWidget(caption);
    field->addWidget(m_seed, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(explanation);
    layout->addLayout(field);
    layout->addWidget(m_error);
    layout->addStretch();
    layout->addWidget(buttons);
    // Room for the longest seed and for the error, so that the dialog does not jump when there is one.
    m_seed->setMinimumWidth(m_seed->fontMetrics().averageCharWidth() * longestText);
    m_error->setMinimumHeight(m_error->fontMetrics().lineSpacing() * 2);
}

void SeedDialog::ask(quint64 seed)
{
    if (!isVisible()) {
        m_seed->setText(QString::number(seed));
        showError({});
    }
    m_seed->selectAll();
    m_seed->setFocus();
    show();
    raise();
    activateWindow();
}

void SeedDialog::accept()
{
    const auto seed = seed_text::parse(m_seed->text());
    if (!seed) {
        showError(tr("A seed is a whole number from 0 to %1.").arg(std::numeric_limits<quint64>::max()));
        m_seed->selectAll();
        m_seed->setFocus();
        return;
    }
    QDialog::accept();
    Q_EMIT seedChosen(*seed);
}

void SeedDialog::showError(const QString &text)
{
    if (m_error->text() == text)
        return;
    m_error->setText(plainLines(text));
    m_seed->setAccessibleDescription(plainLines(text));
    if (text.isEmpty())
        return;
    QAccessibleEvent alert(m_error, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace ticker

#include "moc_seed_dialog.cpp"
