// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_dialog/access_section.h"

#include "widgets/settings_labels.h"
#include "widgets/text_list_editor.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace ticker {

AccessSection::AccessSection(const SettingsChecks &checks, QWidget *parent) : QGroupBox(tr("Access"), parent)
{
    setObjectName(QStringLiteral("accessSection"));
    m_origins = new TextListEditor(
        {QStringLiteral("origins"), tr("Allowed &origins (websites that may read the feed)"),
         QStringLiteral("https://example.org"),
         tr("An origin is a scheme and a host, such as https://example.org. No path, no wildcards.")},
        checks.originFromText, this);
    m_hosts = new TextListEditor(
        {QStringLiteral("hosts"), tr("Allowed &hosts (other names of this computer)"), QStringLiteral("mybox.lan"),
         tr("A host is a name or an address, such as mybox.lan or mybox.lan:8000. No scheme, no wildcards.")},
        checks.hostFromText, this);
    m_nullOrigin = new QCheckBox(tr("Allow pages without an origin, such as those opened from a &file"), this);
    m_nullOrigin->setObjectName(QStringLiteral("nullOriginBox"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeExplanation(
        tr("Pages served from this computer may read the feed, on any port. List all others here."), this));
    layout->addWidget(m_origins);
    layout->addWidget(m_hosts);
    layout->addWidget(m_nullOrigin);
    layout->addWidget(makeExplanation(tr("This lets every website read the feed, because any page can open a frame "
                                         "without an origin. None of them can "
                                         "control the server."),
                                      this));
    connect(m_origins, &TextListEditor::changed, this, &AccessSection::tell);
    connect(m_hosts, &TextListEditor::changed, this, &AccessSection::tell);
    connect(m_nullOrigin, &QCheckBox::clicked, this, &AccessSection::tell);
}

void AccessSection::showRules(const AccessRules &rules)
{
    m_origins->setTexts(rules.origins);
    m_hosts->setTexts(rules.hosts);
    m_nullOrigin->setChecked(rules.allowNullOrigin);
}

void AccessSection::tell()
{
    Q_EMIT chosen({m_hosts->texts(), m_origins->texts(), m_nullOrigin->isChecked()});
}

} // namespace ticker

#include "moc_access_section.cpp"
