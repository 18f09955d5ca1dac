from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('meetings', '0002_shipped_templates'),
    ]

    operations = [
        migrations.AddField(
            model_name='meeting',
            name='has_hours',
            field=models.BooleanField(default=True, editable=False),
        ),
    ]
