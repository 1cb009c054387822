# ClinicalBot as a Windows service. Run as an administrator, with the published program in $Folder; settings and contacts lie beside it.
# Secrets go into the service's own environment: -Environment "MicrosoftAppPassword=..."
param(
    [string] $Folder = "C:\Program Files\ClinicalBot",
    [string] $Data = "C:\ProgramData\ClinicalBot",
    [string[]] $Environment = @()
)
$ErrorActionPreference = "Stop"
$name = "ClinicalBot"

New-Item -ItemType Directory -Force -Path $Data | Out-Null
New-Service -Name $name -DisplayName $name -BinaryPathName "`"$Folder\ClinicalBot.exe`"" -StartupType Automatic | Out-Null

# An account of its own, which may write nothing but its data.
sc.exe config $name obj= "NT SERVICE\$name" | Out-Null
sc.exe failure $name reset= 86400 actions= restart/5000/restart/5000/restart/30000 | Out-Null
icacls $Data /inheritance:r /grant:r "NT SERVICE\${name}:(OI)(CI)M" "BUILTIN\Administrators:(OI)(CI)F" "NT AUTHORITY\SYSTEM:(OI)(CI)F" | Out-Null

$values = @("ASPNETCORE_ENVIRONMENT=Production", "Storage__Path=$Data\clinicalbot.db") + $Environment
New-ItemProperty -Path "HKLM:\SYSTEM\CurrentControlSet\Services\$name" -Name Environment -PropertyType MultiString -Value $values -Force | Out-Null
Start-Service $name
